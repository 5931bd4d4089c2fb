//! The catalogue of resource types is what its builder writes, and is found whatever the case and version.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { armPropertiesOf } from '../domain/arm-catalogue.ts';
import { armCatalogue } from './arm-catalogue.ts';

test('the catalogue is fresh: `node src/build/arm-catalogue.ts` writes it', () => {
  const { path, text } = armCatalogue();
  expect(readFileSync(join(import.meta.dirname, '../..', path), 'utf8')).toBe(text);
});

test.each([
  ['Microsoft.Resources/deploymentScripts@2023-08-01', 'properties.scriptContent'],
  ['microsoft.web/SITES', 'properties.siteConfig.appSettings'],
  ['Microsoft.ContainerInstance/containerGroups', 'properties.containers[].properties.command'],
])('%s holds %s', (type, path) => {
  expect(armPropertiesOf(type).map(it => it.path)).toContain(path);
});

test('a password is a secret', () => {
  const [password] = armPropertiesOf('Microsoft.Automation/automationAccounts/credentials').filter(
    it => it.role === 'password',
  );
  expect(password?.isSecret).toBe(true);
});

test.each(['Microsoft.Storage/storageAccounts', '__proto__', ''])('%j holds nothing', type => {
  expect(armPropertiesOf(type)).toEqual([]);
});
