//! Command lines of AzCopy with the variables around them, and whom they sign in.

import { expect, it } from 'vitest';
import { command, type Given, shown, surroundings } from '../../../test/calls.ts';
import { azcopyLogin } from './azcopy-login.ts';

const AUTO = 'AZCOPY_AUTO_LOGIN_TYPE';

it.each<[string, Given, string]>([
  ['azcopy login', {}, 'user-device-code'],
  ['azcopy login --tenant-id $T', {}, 'user-device-code'],
  ['azcopy login --login-type=spn --application-id $C', {}, 'service-principal-secret'],
  ['azcopy login --service-principal --certificate-path c', {}, 'service-principal-certificate'],
  ['azcopy login --identity', {}, 'managed-identity'],
  ['azcopy login --login-type WORKLOAD', {}, 'service-principal-federated'],
  ['azcopy login --login-type AZCLI', {}, 'ambient'],
  ['azcopy login --login-type $TYPE', {}, 'unknown'],
  ['azcopy login $FLAGS', {}, 'unknown'],
  ['azcopy login --login-type PASSWORD', {}, 'none usage-error'],
  ['azcopy login status', {}, 'nothing'],
  ['azcopy copy a b', {}, 'nothing'],
  ['azcopy copy a b', { [AUTO]: 'DEVICE' }, 'user-device-code'],
  ['azcopy sync a b', { [AUTO]: 'SPN' }, 'service-principal-secret'],
  ['azcopy10 rm a', { [AUTO]: 'MSI' }, 'managed-identity'],
  ['azcopy jobs list', { [AUTO]: 'DEVICE' }, 'nothing'],
])('%s %o', (line, environment, expected) => {
  expect(shown(azcopyLogin.read(command(line), surroundings(environment)))).toBe(expected);
});

it('asks for storage, and takes the session that it is told to', () => {
  const signIn = azcopyLogin.read(command('azcopy cp a b'), surroundings({ [AUTO]: 'PSCRED' }));
  expect(signIn).toMatchObject({
    audience: 'storage',
    covers: 'this-call',
    opens: [],
    takes: ['azure-powershell'],
  });
});
