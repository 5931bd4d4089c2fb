//! Programs that drive a browser: Playwright, Puppeteer, Selenium and their like, in every language that is read.

import type { Call } from './call.ts';
import { isFrom, type LibraryCall, libraryCallOf } from './library-call.ts';

/** The session of whoever signed in to Microsoft's page in the browser that is driven. */
export const BROWSER_SESSION = 'browser';

const LIBRARIES: readonly string[] = [
  'playwright',
  'playwright-core',
  '@playwright',
  'pytest_playwright',
  'Microsoft.Playwright',
  'com.microsoft.playwright',
  'github.com/playwright-community/playwright-go',
  'selenium',
  'seleniumbase',
  'selenium-webdriver',
  'OpenQA.Selenium',
  'org.openqa.selenium',
  'github.com/tebeka/selenium',
  'puppeteer',
  'puppeteer-core',
  'puppeteer-extra',
  'PuppeteerSharp',
  'pyppeteer',
  'splinter',
  'webdriverio',
  'testcafe',
  'cypress',
  'github.com/chromedp/chromedp',
];

/** The same and more, by the names that imports say. */
export const BROWSER_LIBRARIES =
  /playwright|puppeteer|pyppeteer|selenium|webdriver|OpenQA|splinter|testcafe|nightwatch|chromedp|go-rod|cypress/i;

/** `undefined` when the call is something else. */
export function robotCallOf(call: Call): LibraryCall | undefined {
  const found = libraryCallOf(call);
  return found && LIBRARIES.some(it => isFrom(found, it)) ? found : undefined;
}

/** The method in one spelling: `find_element`, `findElement` and `FindElement` are `findelement`; `GotoAsync` is `goto`. */
export const robotVerb = ({ member }: LibraryCall): string =>
  member
    .replaceAll('_', '')
    .toLowerCase()
    .replace(/async$/, '');
