//! Packages that say nothing about Azure, and those that drive a browser.

/** What comes with Node, and what computes, shows or tests. */
const QUIET =
  /^(?:node:|\.|assert|async_hooks|buffer|cluster|console|constants|crypto|dgram|diagnostics_channel|dns|events|fs|inspector|module|net|os|path|perf_hooks|process|punycode|querystring|readline|repl|stream|string_decoder|timers|tls|tty|url|util|v8|vm|worker_threads|zlib)(?:\/|$)|^(?:react|vue|@angular|svelte|next|express|lodash|moment|dayjs|rxjs|jquery|chai|mocha|jest|@jest|vitest|sinon|jasmine|chalk|yargs|commander|inquirer|ora|debug|winston|pino|uuid|yaml|js-yaml|fs-extra|glob|rimraf|dotenv|webpack|rollup|vite|gulp|eslint|typescript|zod|ajv|@types|@mui|@fluentui|styled-components|redux|@reduxjs|react-\w+|vscode|electron)(?:\/|$|-)/;

export const isQuietLibrary = (library: string): boolean => QUIET.test(library);

/** The objects of these are handed around, so that a method says what they are. */
const DRIVERS =
  /^(?:playwright(?:-\w+)?|@playwright\/test|puppeteer(?:-\w+)*|selenium-webdriver|webdriverio|@wdio\/\w+|testcafe|nightwatch)$/;

export function driverIn(libraries: ReadonlySet<string>): string | undefined {
  for (const library of libraries) if (DRIVERS.test(library)) return library;
  return undefined;
}

/** Going somewhere, finding a field, filling it in. */
export const DRIVER_METHODS: ReadonlySet<string> = new Set(
  'goto get url navigateTo fill type press click sendKeys setValue typeText locator $ waitForSelector findElement getByLabel getByPlaceholder getByRole getByText getByTestId'.split(
    ' ',
  ),
);
