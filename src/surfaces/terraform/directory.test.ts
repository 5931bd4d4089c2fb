//! What Terraform's resources change in the directory, as constructs.

import { expect, it } from 'vitest';
import { outlines } from './outline.test-data.ts';

it.each([
  [
    'azuread_user',
    'user_principal_name = "a@b.c"\n password = var.p',
    [
      'directory-user {name: "a@b.c", password: input:p, guest: "false", address: "azuread_user.a"}',
    ],
  ],
  [
    'azurerm_role_assignment',
    'principal_id = azuread_user.b.object_id',
    ['azure-role {principal: ?azuread_user.b.object_id, address: "azurerm_role_assignment.a"}'],
  ],
  [
    'azuredevops_variable_group',
    'variable {\n name = "A"\n secret_value = var.p\n}\n variable {\n name = "B"\n value = "c"\n}',
    [
      'pipeline-secret {value: input:p, address: "azuredevops_variable_group.a"}',
      'pipeline-secret {value: "c", address: "azuredevops_variable_group.a"}',
    ],
  ],
  [
    'azuread_conditional_access_policy',
    'state = "enabled"\n conditions {\n users {\n excluded_groups = [var.g]\n excluded_guests_or_external_users {\n guest_or_external_user_types = ["internalGuest"]\n}\n}\n}\n grant_controls {\n built_in_controls = ["mfa"]\n}',
    [
      'conditional-access-policy {state: "enabled", grantControls.builtInControls: ["mfa"], conditions.users.excludeGroups: [input:g], conditions.users.excludeGuestsOrExternalUsers: "true", address: "azuread_conditional_access_policy.a"}',
    ],
  ],
  ['azuread_group', 'display_name = "a"', []],
])('%s', (type, body, expected) => {
  const found = outlines(`resource "${type}" "a" {\n${body}\n}\n`);
  expect(found.filter(it => !it.startsWith('terraform-implied'))).toEqual(expected);
});
