import { expect, it } from 'vitest';
import { component, surroundings } from '../../../test/calls.ts';
import { powerPlatform } from './power-platform.ts';

it.each([
  ['powerplatformimportsolution', 'write'],
  ['powerplatformexportsolution', 'read'],
  ['microsoft/powerplatform-actions/who-am-i', 'read'],
  ['microsoft/powerplatform-actions/deploy-package', 'write'],
  ['powerplatformpacksolution', undefined],
  ['microsoft/powerplatform-actions/actions-install', undefined],
  ['azurewebapp', undefined],
])('%s: %s', (name, effect) => {
  const effects = powerPlatform.read(component(name), surroundings());
  expect(effects?.operations[0]?.effect).toBe(effect);
});
