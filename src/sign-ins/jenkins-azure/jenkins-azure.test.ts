//! The step of the Azure CLI plugin.

import { expect, it } from 'vitest';
import { component, shown, surroundings } from '../../../test/calls.ts';
import { jenkinsAzure } from './jenkins-azure.ts';

it('signs in a service principal, and no other step does', () => {
  const call = component('jenkins/azurecli', { principalCredentialId: 'deploy' });
  expect(shown(jenkinsAzure.read(call, surroundings()))).toBe('service-principal-secret');
  expect(jenkinsAzure.read(component('azure/cli'), surroundings())).toBeUndefined();
});
