//! Command lines of `az login`, and whom they sign in.

import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { azLogin } from './az-login.ts';

const read = (line: string, environment = {}) =>
  azLogin.read(command(line), surroundings(environment));

it.each([
  ['az login', 'user-interactive'],
  ['az login --tenant $T -o none', 'user-interactive'],
  ['az login --use-device-code', 'user-device-code'],
  ['az login -u deploy@contoso.com -p $P', 'user-password'],
  ['az login -u $USER', 'user-password'],
  ['az login --user $U --pass $P --allow', 'user-password'],
  ['/usr/bin/az LOGIN -u $U -p$P', 'user-password'],
  ['C:\\cli\\az.cmd login --username=$U --password=$P', 'user-password'],
  ['az login -u $ARM_CLIENT_ID -p $P', 'user-password looks-like-application'],
  ['az login -u $appId -p $P', 'user-password looks-like-application'],
  ['az login -u http://deployer -p $P', 'user-password looks-like-application'],
  ['az login -u 11111111-2222-3333-4444-555555555555', 'user-password looks-like-application'],
  ['az login -u $CLIENT_MAIL -p $P', 'user-password'],
  ['az login -u x --federated-token $T', 'user-password incomplete'],
  ['az login --service-principal -u x -p $P -t $T', 'service-principal-secret'],
  ['az login --service-principal -u x', 'service-principal-secret'],
  ['az login --service-principal -u x -p cert.pem', 'service-principal-certificate'],
  ['az login --service-principal -u x --certificate $C', 'service-principal-certificate'],
  ['az login --service-principal -u x --federated-token $F', 'service-principal-federated'],
  ['az login --service-principal -u x -p $P --certificate $C', 'service-principal-secret'],
  ['az login --identity', 'managed-identity'],
  ['az login -i --client-id $C', 'managed-identity'],
  ['az login --identity -u $C', 'managed-identity'],
  ['az login --identity -p $C', 'managed-identity usage-error'],
  ['az login --service-principal -p $P', 'service-principal-secret usage-error'],
  ['az login -service-principal -u x -p $P -t $T', 'service-principal-secret usage-error'],
  ['az login --use-device-code -u x', 'none usage-error'],
  ['az login -u x secret', 'none usage-error'],
  ['az login -u x -p', 'none usage-error'],
  ['az login --sp -u x', 'none usage-error'],
  ['az login --skip-sub', 'none usage-error'],
  ['az login -o pretty', 'none usage-error'],
  ['az -o json login', 'none usage-error'],
  ['az login $FLAGS', 'unknown'],
  ['az login $FLAGS -u x -p y', 'unknown'],
  ['az login $FLAGS value', 'unknown'],
  ['az login $FLAGS --service-principal', 'service-principal-secret'],
  ['az login $FLAGS --service-principal --federated-token $F', 'service-principal-federated'],
  ['az login --identity $FLAGS', 'managed-identity'],
  ['az login --use-device-code $FLAGS', 'user-device-code'],
  ['az login --help', 'nothing'],
  ['az acr login -n x', 'nothing'],
  ['az $CMD', 'nothing'],
  ['azure login', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(read(line))).toBe(expected);
});

it('opens the Azure CLI for the job, in the tenant and cloud it names', () => {
  const line = 'az login --service-principal -u 1111 -p abc -t 2222';
  expect(read(line, { AZURE_CLOUD_NAME: 'AzureChinaCloud' })).toMatchObject({
    clientId: { value: '1111' },
    tenantId: { value: '2222' },
    covers: 'rest-of-job',
    opens: ['azure-cli'],
    cloud: 'china',
    secretAt: { start: line.indexOf('abc'), end: line.indexOf('abc') + 3 },
  });
});

it('opens nothing when the arguments are refused, and keeps stray words out of the message', () => {
  const signIn = read('az login -u x hunter2 --pasword=hunter2');
  expect(signIn?.opens).toEqual([]);
  expect(JSON.stringify(signIn?.remarks)).not.toContain('hunter2');
});
