//! Command lines of the Power Platform CLI, and whom they sign in.

import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { pacAuthCreate } from './pac-auth-create.ts';

it.each([
  ['pac auth create', 'user-interactive'],
  ['pac auth create --environment $url', 'user-interactive'],
  ['pac auth create -dc', 'user-device-code'],
  ['pac auth create --username $u --deviceCode', 'user-device-code'],
  ['pac auth create --username $u --password $p', 'user-password'],
  ['pac auth create -un a@contoso.com -p $p --kind DATAVERSE', 'user-password'],
  ['pac auth create -un a@contoso.com', 'user-interactive'],
  ['pac auth create -id 1 -cs $s -t 2', 'service-principal-secret'],
  ['pac auth create --applicationid=1 --clientsecret=$s', 'service-principal-secret'],
  ['pac auth create -id 1 -t 2 -cdp c.pfx', 'service-principal-certificate'],
  ['pac auth create -id 1 -t 2 --githubFederated', 'service-principal-federated'],
  ['pac auth create -id 1 -t 2 -adof', 'service-principal-federated'],
  ['pac auth create --managedIdentity', 'managed-identity'],
  ['pac auth create $flags', 'unknown'],
  ['pac.exe auth create help', 'nothing'],
  ['pac auth list', 'nothing'],
  ['pac solution import', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(pacAuthCreate.read(command(line), surroundings()))).toBe(expected);
});

it('is about the Power Platform, in the cloud it names', () => {
  const signIn = pacAuthCreate.read(command('pac auth create --cloud UsGovHigh'), surroundings());
  expect(signIn).toMatchObject({
    audience: 'power-platform',
    opens: ['pac'],
    cloud: 'us-government',
  });
});
