//! Calls that type a password into Microsoft's sign-in page, and calls that do not.

import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { portalRobot } from './portal-robot.ts';

const read = (given: Given) =>
  portalRobot.read(construct('library-call', { library: 'playwright', ...given }), surroundings());

it.each<[Given]>([
  [{ name: 'Page.fill', 0: '#i0118', 1: '$P' }],
  [{ name: 'Page.locator', 0: 'input[name="passwd"]' }],
  [{ name: '*.FillAsync', library: 'Microsoft.Playwright', 0: '#i0118', 1: '$P' }],
  [{ name: '*.type', library: 'puppeteer', 0: "input[name='passwd']", 1: '$P' }],
  [{ name: '*.find_element', library: 'selenium.webdriver', 0: '$By.ID', 1: 'i0118' }],
  [{ name: '*.FindElement', library: 'OpenQA.Selenium', '0.0': 'i0118' }],
])('%j', given => {
  expect(shown(read(given))).toBe('user-password typed-in-browser');
});

it.each<[Given]>([
  [{ name: 'Page.fill', 0: '#i0116', 1: '$USER' }],
  [{ name: 'Page.fill', 0: '#password', 1: '$P' }],
  [{ name: 'Page.click', 0: '#i0118' }],
  [{ name: 'Page.wait_for_selector', 0: '#i0118' }],
  [{ name: '*.fill', 'on.0': '#i0118', 0: '$P' }],
  [{ name: '*.fill', library: 'forms', 0: '#i0118' }],
])('%j is none', given => {
  expect(shown(read(given))).toBe('nothing');
});

it('tells where the secret stands', () => {
  expect(read({ name: 'Page.fill', 0: '#i0118', 1: 'x' })?.secretAt).toBeDefined();
  expect(read({ name: 'Page.fill', 0: '#i0118', 1: '$P' })?.secretAt).toBeUndefined();
});
