import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { azContext } from './az-context.ts';

it.each([
  ['Import-AzContext -Path "$f"', 'user-cached'],
  ['Import-AzContext context.json', 'user-cached'],
  ['Select-AzureRmProfile -Profile context.json', 'user-cached'],
  ['Import-AzContext -AzureContext "$c"', 'unknown'],
  ['Set-AzContext -Subscription 1', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(azContext.read(command(line), surroundings()))).toBe(expected);
});
