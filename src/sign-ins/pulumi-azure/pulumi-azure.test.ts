//! Configuration and environment of a provider, and whom they sign in.

import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { pulumiAzure } from './pulumi-azure.ts';

const NATIVE = { provider: 'azure-native' };
const CLIENT = { clientId: '1111', tenantId: '2222' };
const ARM = { ARM_CLIENT_ID: '1111', ARM_TENANT_ID: '2222' };

it.each<readonly [Given, Given, string]>([
  [NATIVE, {}, 'ambient'],
  [{ ...NATIVE, ...CLIENT, clientSecret: '$S' }, {}, 'service-principal-secret'],
  [{ ...NATIVE, ...CLIENT, clientCertificatePath: 'c.pfx' }, {}, 'service-principal-certificate'],
  [{ ...NATIVE, ...CLIENT, useOidc: 'true' }, {}, 'service-principal-federated'],
  [{ ...NATIVE, useMsi: 'true' }, {}, 'managed-identity'],
  [{ ...NATIVE, useDefaultAzureCredential: 'true', ...CLIENT }, {}, 'ambient'],
  [NATIVE, { ...ARM, ARM_CLIENT_SECRET: '$S' }, 'service-principal-secret'],
  [NATIVE, { ...ARM, ARM_USE_OIDC: 'true' }, 'service-principal-federated'],
  [{ provider: 'azure' }, { ARM_USE_MSI: 'true' }, 'managed-identity'],
  [{ provider: 'azure', clientId: '1111' }, {}, 'ambient incomplete'],
  [{ provider: 'aws' }, {}, 'nothing'],
])('%o with %o: %s', (args, environment, expected) => {
  const signIn = pulumiAzure.read(construct('pulumi-provider', args), surroundings(environment));
  expect(shown(signIn)).toBe(expected);
});
