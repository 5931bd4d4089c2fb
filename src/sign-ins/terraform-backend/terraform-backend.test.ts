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

it('reads the state of others the same way', () => {
  expect(shown(read({}, {}, 'terraform-remote-state'))).toBe('ambient');
});
