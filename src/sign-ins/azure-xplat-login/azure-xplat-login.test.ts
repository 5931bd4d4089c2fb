import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { azureXplatLogin } from './azure-xplat-login.ts';

it.each([
  ['azure login', 'user-device-code'],
  ['azure login -q', 'user-device-code'],
  ['azure login -u $U -p $P', 'user-password'],
  ['azure login -u $U', 'user-password'],
  [
    'azure login --username $CLIENT_ID --password $P --tenant $T',
    'user-password looks-like-application',
  ],
  ['azure login --service-principal -u $U -p $P --tenant $T', 'service-principal-secret'],
  [
    'azure login -u $U --service-principal --certificate-file a.pem --thumbprint $T',
    'service-principal-certificate',
  ],
  ['azure login $flags', 'unknown'],
  ['azure login --help', 'nothing'],
  ['azure account show', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(azureXplatLogin.read(command(line), surroundings()))).toBe(expected);
});
