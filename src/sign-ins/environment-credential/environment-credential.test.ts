//! Sets of variables, complete or not, and whom Azure's libraries sign in with them.

import { expect, it } from 'vitest';
import { component, construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { sampleCommand } from '../../domain/sample-call.ts';
import { environmentCredential } from './environment-credential.ts';

const USER = { AZURE_CLIENT_ID: '$C', AZURE_USERNAME: 'svc@contoso.com', AZURE_PASSWORD: '$P' };

const SETS: readonly [Given, string][] = [
  [USER, 'user-password kept'],
  [{ ...USER, AZURE_TENANT_ID: '$T' }, 'user-password kept'],
  [{ ...USER, AZURE_TENANT_ID: '$T', AZURE_CLIENT_SECRET: '$S' }, 'service-principal-secret kept'],
  [{ ...USER, AZURE_CLIENT_SECRET: '' }, 'user-password kept'],
  [
    { AZURE_CLIENT_ID: '$C', AZURE_TENANT_ID: '$T', AZURE_CLIENT_CERTIFICATE_PATH: 'c.pem' },
    'service-principal-certificate kept',
  ],
  [{ AZURE_CLIENT_ID: '$C' }, 'nothing'],
  [{ AZURE_PASSWORD: '$P' }, 'nothing'],
  [{ AZURE_USERNAME: 'svc@contoso.com', AZURE_PASSWORD: '$P' }, 'nothing'],
];

it.each(SETS)('as app settings: %o', (given, expected) => {
  const signIn = environmentCredential.read(construct('app-settings', given), surroundings());
  expect(shown(signIn)).toBe(expected);
});

it.each(SETS)('around `azure/bicep-deploy`: %o', (given, expected) => {
  const call = component('azure/bicep-deploy');
  expect(shown(environmentCredential.read(call, surroundings(given)))).toBe(expected);
});

const VALUES = 'AZURE_CLIENT_ID=1111 AZURE_USERNAME=svc@contoso.com "AZURE_PASSWORD=$P"';

it.each([
  [
    `az webapp config appsettings set -g a -n b --settings ${VALUES} -o table`,
    'user-password kept',
  ],
  [
    `az functionapp config appsettings set --settings A=1 --slot-settings ${VALUES}`,
    'user-password kept',
  ],
  [`az containerapp create -n a --env-vars ${VALUES}`, 'user-password kept'],
  [`az containerapp update -n a --set-env-vars ${VALUES}`, 'user-password kept'],
  [`az container create --environment-variables=${VALUES}`, 'user-password kept'],
  [
    'az container create -e AZURE_CLIENT_ID=1 AZURE_USERNAME=a --secure-environment-variables AZURE_PASSWORD=$P',
    'user-password kept',
  ],
  [`az webapp config appsettings list --settings ${VALUES}`, 'nothing'],
  [`az webapp config appsettings set --name ${VALUES}`, 'nothing'],
  ['az webapp config appsettings set --settings @settings.json', 'nothing'],
  [`echo ${VALUES}`, 'nothing'],
])('%s: %s', (line, expected) => {
  expect(shown(environmentCredential.read(sampleCommand(line), surroundings()))).toBe(expected);
});

it('is nothing to actions that do not read it', () => {
  expect(environmentCredential.read(component('azure/cli'), surroundings(USER))).toBeUndefined();
});
