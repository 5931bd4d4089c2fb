import { expect, it } from 'vitest';
import { component, type Given, shown, surroundings } from '../../../test/calls.ts';
import { azurePipelinesSql } from './azure-pipelines-sql.ts';

it.each<[Given, string]>([
  [{ AuthenticationType: 'aadAuthenticationPassword', aadSqlPassword: '$p' }, 'user-password'],
  [{ authenticationType: 'aadAuthenticationIntegrated' }, 'ambient'],
  [{ AuthenticationType: 'servicePrincipal' }, 'service-principal-secret'],
  [{ AuthenticationType: 'server' }, 'nothing'],
  [{}, 'nothing'],
  [{ AuthenticationType: '$type' }, 'unknown'],
  [
    {
      AuthenticationType: 'connectionString',
      ConnectionString: 'Server=a;Authentication=Active Directory Password;User ID=a@b.c',
    },
    'user-password',
  ],
  [{ AuthenticationType: 'connectionString', ConnectionString: '$c' }, 'nothing'],
])('%o', (given, expected) => {
  const call = component('sqlazuredacpacdeployment', given);
  const signIn = azurePipelinesSql.read(call, surroundings());
  expect(shown(signIn)).toBe(expected);
  if (signIn) expect(signIn.audience).toBe('sql');
});
