//! Commands of the orb, and whom they sign in.

import { expect, it } from 'vitest';
import { component, type Given, shown, surroundings } from '../../../test/calls.ts';
import { circleciAzureOrb } from './circleci-azure-orb.ts';

const EITHER = 'circleci/azure-cli/login-with-user-or-service-principal';

it.each<[string, Given, Given, string]>([
  ['circleci/azure-cli/login-with-user', {}, {}, 'user-password'],
  ['circleci/azure-cli/login-with-service-principal', {}, {}, 'service-principal-secret'],
  ['circleci/azure-cli/login-with-oidc', {}, {}, 'service-principal-federated'],
  [EITHER, {}, {}, 'unknown'],
  [EITHER, {}, { AZURE_USERNAME: 'svc@contoso.com' }, 'user-password'],
  [EITHER, {}, { AZURE_USERNAME: '' }, 'service-principal-secret'],
  [EITHER, {}, { AZURE_SP: 'http://deploy' }, 'service-principal-secret'],
  [EITHER, { 'azure-username': 'U' }, {}, 'user-password'],
  [EITHER, { 'azure-sp': 'S' }, {}, 'service-principal-secret'],
  [EITHER, { 'azure-username': 'U', 'azure-sp': 'S' }, {}, 'user-password'],
  [EITHER, { 'azure-username': '$U', 'azure-sp': '$S' }, {}, 'user-password'],
  [EITHER, { 'alternate-tenant': 'true' }, {}, 'user-password'],
  ['circleci/azure-cli/install', {}, {}, 'nothing'],
  ['contoso/azure-cli/login-with-user', {}, {}, 'nothing'],
])('%s %o %o', (name, given, environment, expected) => {
  expect(shown(circleciAzureOrb.read(component(name, given), surroundings(environment)))).toBe(
    expected,
  );
});
