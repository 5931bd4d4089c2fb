//! Packages that drive a browser.

/** The objects of these are handed around, so that a method says what they are. */
const DRIVERS =
  /^(?:playwright(?:-\w+)?|@playwright\/test|puppeteer(?:-\w+)*|selenium-webdriver|webdriverio|@wdio\/\w+|testcafe|nightwatch)$/;

export function driverIn(libraries: ReadonlySet<string>): string | undefined {
  for (const library of libraries) if (DRIVERS.test(library)) return library;
  return undefined;
}

/** Going somewhere, finding a field, filling it in. */
export const DRIVER_METHODS: ReadonlySet<string> = new Set(
  'goto get url open to visit navigateTo navigate fill type press click sendKeys setValue typeText locator $ waitForSelector findElement getByLabel getByPlaceholder getByRole getByText getByTestId'.split(
    ' ',
  ),
);
