//! Addresses that are the portal's, and others.

import { expect, it } from 'vitest';
import { construct, type Given, surroundings } from '../../../test/calls.ts';
import { portal } from './portal.ts';

const hostOf = (given: Given): string | undefined =>
  portal.read(construct('library-call', { library: 'selenium', ...given }), surroundings())
    ?.operations[0]?.tool;

it.each<[Given, string]>([
  [
    { name: 'Page.goto', library: '@playwright/test', 0: 'https://portal.azure.com/' },
    'portal.azure.com',
  ],
  [{ name: '*.get', 0: 'https://entra.microsoft.com/#home' }, 'entra.microsoft.com'],
  [{ name: '*.get', url: 'https://intune.microsoft.com' }, 'intune.microsoft.com'],
  [
    { name: '*.GoToUrl', library: 'OpenQA.Selenium.Chrome', 0: 'HTTPS://Portal.Azure.com#blade' },
    'portal.azure.com',
  ],
  [
    { name: '*.visit', library: 'cypress', 0: 'https://admin.microsoft.com' },
    'admin.microsoft.com',
  ],
])('%j opens %s', (given, host) => {
  expect(hostOf(given)).toBe(host);
});

it.each<[Given]>([
  [{ name: '*.get', 0: 'https://portal.azure.us' }],
  [{ name: '*.get', 0: 'https://portal.azure.com.example.org' }],
  [{ name: '*.get', 0: '$URL' }],
  [{ name: '*.get', library: 'requests', 0: 'https://portal.azure.com' }],
  [{ name: '*.wait_for_url', 0: 'https://portal.azure.com' }],
])('%j is none', given => {
  expect(hostOf(given)).toBeUndefined();
});
