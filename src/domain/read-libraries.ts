//! Libraries of which a call can be of interest: Microsoft's, and those that send requests, open databases or drive browsers.
//! Code calls hundreds of others, and a language keeps silent about those.

const MICROSOFT =
  /azure|microsoft|msal|\badal|aad\b|msrest|ms-rest|msgraph|kiota|office365|O365|powerbi|windows\.net/i;

const REQUESTS =
  /^(?:requests|httpx|aiohttp|urllib|http\.client|axios|got|undici|node-fetch|cross-fetch|isomorphic-fetch|needle|superagent|request|ky|fetch|global|oauthlib|authlib|openid-client|simple-oauth2|System\.Net|RestSharp|Flurl|Refit|IdentityModel|java\.net|okhttp|org\.apache\.http|org\.springframework|com\.nimbusds|net\/http|net\/url|github\.com\/go-resty|golang\.org\/x\/oauth2)/;

const DATABASES =
  /^(?:System\.Data|Dapper|pyodbc|pymssql|turbodbc|aioodbc|sqlalchemy|mssql|tedious|sequelize|typeorm|knex|java\.sql|javax\.sql|com\.zaxxer|database\/sql|gorm\.io|github\.com\/(?:denisenkom|microsoft)|github\.com\/jmoiron)/;

const BROWSERS =
  /playwright|puppeteer|pyppeteer|selenium|webdriver|OpenQA|splinter|testcafe|nightwatch|chromedp|go-rod|cypress/i;

/** By the name that imports say; of several that it may be, with spaces between them, any. Wrong only in being true too often. */
export const isReadLibrary = (names: string): boolean =>
  names.split(' ').some(name => ALL.some(it => it.test(name)));

const ALL = [MICROSOFT, REQUESTS, DATABASES, BROWSERS];
