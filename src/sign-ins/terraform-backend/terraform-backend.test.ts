//! Backend blocks with the variables around them, and whom they act as.

import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { terraformBackend } from './terraform-backend.ts';

const read = (given: Given, environment: Given = {}, type = 'terraform-backend') =>
  terraformBackend.read(
    construct(type, { backend: 'azurerm', ...given }),
    surroundings(environment),
  );

it.each<[Given, Given, string]>([
  [{}, {}, 'ambient'],
  [{ access_key: '$K' }, {}, 'none'],
  [{ access_key: '$K', lookup_blob_endpoint: 'true' }, {}, 'ambient'],
  [{}, { ARM_SAS_TOKEN: '$S' }, 'none'],
  [{ use_msi: 'true' }, {}, 'managed-identity'],
  [{ use_cli: 'false' }, {}, 'none fails-closed'],
  [{ client_id: '$C', tenant_id: '$T' }, { ARM_USE_OIDC: 'true' }, 'service-principal-federated'],
  [{ backend: 'remote' }, {}, 'nothing'],
])('%o, with %o around it', (given, environment, expected) => {
  expect(shown(read(given, environment))).toBe(expected);
});

it('asks Azure Resource Manager for the keys, or storage itself', () => {
  expect(read({})?.audience).toBe('arm');
  expect(read({ use_azuread_auth: 'true' })?.audience).toBe('storage');
});

it('cannot know whom a partial configuration acts as, where a person gives the rest', () => {
  const byHand = (given: Given) =>
    terraformBackend.read(construct('terraform-backend', { backend: 'azurerm', ...given }), {
      ...surroundings(),
      isClosed: false,
    });
  expect(byHand({})).toMatchObject({
    identity: 'unknown',
    unknown: { kind: 'not-in-repository', name: '-backend-config' },
    takes: [],
  });
  expect(shown(byHand({ storage_account_name: 'state' }))).toBe('ambient');
  expect(shown(byHand({ storage_account_name: '$A' }))).toBe('ambient');
  expect(shown(byHand({ use_msi: 'true' }))).toBe('managed-identity');
});

it('says why it is not known where the state of others is', () => {
  expect(read({ backend: '$B' }, {}, 'terraform-remote-state')).toMatchObject({
    identity: 'unknown',
    unknown: { kind: 'held-by-platform', name: 'B' },
  });
});

it('reads the state of others the same way', () => {
  expect(shown(read({}, {}, 'terraform-remote-state'))).toBe('ambient');
});
