//! Command lines of the CLI for Microsoft 365, and whom they sign in.

import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { m365Login } from './m365-login.ts';

it.each([
  ['m365 login', 'user-device-code'],
  ['m365 login --appId $id --tenant $t', 'user-device-code'],
  ['m365 login --authType deviceCode', 'user-device-code'],
  ['m365 login -t browser', 'user-interactive'],
  ['m365 login --authType password --userName $u --password $p', 'user-password'],
  ['microsoft365 login -t password -u $u -p $p', 'user-password'],
  ['m365 login --authType certificate --certificateFile c.pfx', 'service-principal-certificate'],
  ['m365 login --authType secret --secret $s', 'service-principal-secret'],
  ['m365 login --authType identity', 'managed-identity'],
  ['m365 login --authType federatedIdentity', 'service-principal-federated'],
  ['m365 login --authType "$type"', 'unknown'],
  ['m365 login $options', 'unknown'],
  ['m365 login --authType magic', 'none usage-error'],
  ['m365 login --help', 'nothing'],
  ['m365 status', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(m365Login.read(command(line), surroundings()))).toBe(expected);
});
