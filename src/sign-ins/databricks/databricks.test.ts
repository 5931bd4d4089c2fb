import { expect, it } from 'vitest';
import { command, type Given, shown, surroundings } from '../../../test/calls.ts';
import { databricks } from './databricks.ts';

it.each<[string, string, Given?]>([
  ['databricks auth login --host $h', 'user-interactive'],
  ['databricks configure --token', 'user-cached'],
  ['databricks bundle deploy -t prod', 'nothing'],
  ['databricks bundle deploy', 'user-cached', { DATABRICKS_TOKEN: '$t' }],
  [
    'databricks jobs list',
    'service-principal-secret',
    { DATABRICKS_CLIENT_ID: '1', DATABRICKS_CLIENT_SECRET: '$s' },
  ],
  [
    'databricks jobs list',
    'service-principal-secret',
    { ARM_CLIENT_ID: '1', ARM_CLIENT_SECRET: '$s', ARM_TENANT_ID: '2' },
  ],
  ['databricks jobs list', 'ambient', { DATABRICKS_AUTH_TYPE: 'azure-cli' }],
  ['databricks jobs list', 'service-principal-federated', { DATABRICKS_AUTH_TYPE: 'github-oidc' }],
  ['databricks jobs list', 'unknown', { DATABRICKS_AUTH_TYPE: '$type' }],
  ['databricks --version', 'nothing', { DATABRICKS_TOKEN: '$t' }],
])('%s: %s', (line, expected, variables) => {
  expect(shown(databricks.read(command(line), surroundings(variables)))).toBe(expected);
});
