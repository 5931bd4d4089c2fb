import { expect, it } from 'vitest';
import { component, type Given, shown, surroundings } from '../../../test/calls.ts';
import { azurePipelinesClassic } from './azure-pipelines-classic.ts';

const CLASSIC = { azureConnectionType: 'ConnectedServiceName', azureClassicSubscription: 'a' };

it.each<[string, Given, string]>([
  ['azurefilecopy', CLASSIC, 'user-password'],
  ['azurepowershell', CLASSIC, 'user-password'],
  [
    'azurefilecopy',
    { azureConnectionType: 'ConnectedServiceNameARM', azureSubscription: 'a' },
    'nothing',
  ],
  ['azurefilecopy', { azureSubscription: 'a' }, 'nothing'],
  ['azurecloudpowershelldeployment', { ConnectedServiceName: 'a' }, 'user-password'],
  ['sqlazuredacpacdeployment', CLASSIC, 'nothing'],
  ['azurewebapp', CLASSIC, 'nothing'],
])('%s %o', (name, given, expected) => {
  const call = component(name, given);
  expect(shown(azurePipelinesClassic.read(call, surroundings()))).toBe(expected);
});
