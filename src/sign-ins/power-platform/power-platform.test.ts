import { expect, it } from 'vitest';
import { component, type Given, shown, surroundings } from '../../../test/calls.ts';
import { powerPlatform } from './power-platform.ts';

const ACTION = 'microsoft/powerplatform-actions/export-solution';

it.each<[string, Given, string]>([
  ['powerplatformwhoami', { PowerPlatformEnvironment: 'a' }, 'user-password'],
  [
    'powerplatformwhoami',
    { authenticationType: 'PowerPlatformEnvironment', PowerPlatformEnvironment: 'a' },
    'user-password',
  ],
  [
    'powerplatformwhoami',
    { authenticationType: 'PowerPlatformSPN', PowerPlatformSPN: 'a' },
    'service-principal-secret',
  ],
  ['powerplatformwhoami', { authenticationType: '$type' }, 'unknown'],
  ['powerplatformtoolinstaller', {}, 'nothing'],
  [ACTION, { 'user-name': 'a', 'password-secret': '$p' }, 'user-password'],
  [ACTION, { 'app-id': 'a', 'client-secret': '$p', 'tenant-id': 't' }, 'service-principal-secret'],
  [ACTION, { 'app-id': 'a', 'tenant-id': 't' }, 'service-principal-federated'],
  [ACTION, { 'user-name': 'a', 'app-id': 'a' }, 'none usage-error'],
  [ACTION, {}, 'nothing'],
])('%s %o', (name, given, expected) => {
  expect(shown(powerPlatform.read(component(name, given), surroundings()))).toBe(expected);
});
