//! Command lines of the Fabric CLI, and whom they sign in.

import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { fabAuthLogin } from './fab-auth-login.ts';

it.each([
  ['fab auth login', 'user-interactive'],
  ['fab auth login --tenant $t', 'user-interactive'],
  ['fab auth login -u $id -p $secret --tenant $t', 'service-principal-secret'],
  ['fab auth login -u $id --certificate c.pem -t $t', 'service-principal-certificate'],
  ['fab auth login -u $id --federated-token $token -t $t', 'service-principal-federated'],
  ['fab auth login --identity', 'managed-identity'],
  ['fab auth login -I -u $id', 'managed-identity'],
  ['fab auth login --azure-cli', 'ambient'],
  ['fab auth login $how', 'unknown'],
  ['fab auth login --device', 'none usage-error'],
  ['fab auth login --help', 'nothing'],
  ['fab auth status', 'nothing'],
  ['fab -H web1 deploy', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(fabAuthLogin.read(command(line), surroundings()))).toBe(expected);
});
