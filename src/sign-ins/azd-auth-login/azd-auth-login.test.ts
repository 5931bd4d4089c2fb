//! Command lines of azd, and whom they sign in.

import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { azdAuthLogin } from './azd-auth-login.ts';

it.each([
  ['azd auth login', 'user-interactive'],
  ['azd login', 'user-interactive'],
  ['azd -C app auth --debug login', 'user-interactive'],
  ['azd auth login --use-device-code', 'user-device-code'],
  ['azd auth login --use-device-code=true', 'user-device-code'],
  ['azd auth login --use-device-code=false', 'user-interactive'],
  ['azd auth login --managed-identity --client-id $C', 'managed-identity'],
  ['azd auth login --client-id $C --tenant-id $T --client-secret $S', 'service-principal-secret'],
  ['azd auth login --client-id $C --tenant-id $T --client-secret ""', 'service-principal-secret'],
  [
    'azd auth login --client-id $C --tenant-id $T --client-certificate c',
    'service-principal-certificate',
  ],
  [
    'azd auth login --client-id $C --tenant-id $T --federated-credential-provider github',
    'service-principal-federated',
  ],
  ['azd auth login --client-id $C --client-secret $S', 'none usage-error'],
  ['azd auth login --client $C', 'none usage-error'],
  ['azd auth login $FLAGS', 'unknown'],
  ['azd auth login --check-status', 'nothing'],
  ['azd auth token', 'nothing'],
  ['azd up', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(azdAuthLogin.read(command(line), surroundings()))).toBe(expected);
});
