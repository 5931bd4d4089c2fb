//! Which resources make users, give them roles, or keep values for pipelines. A new resource is one row.
//! Sources: https://registry.terraform.io/providers/hashicorp/azuread/latest/docs, and those of each provider below.

export interface UserRow {
  readonly resource: string;
  readonly isGuest: boolean;
  /** The argument that names the user. */
  readonly name: string;
}

export const USERS: readonly UserRow[] = [
  { resource: 'azuread_user', isGuest: false, name: 'user_principal_name' },
  { resource: 'azuread_invitation', isGuest: true, name: 'user_email_address' },
];

/** Roles in Azure, with the argument of whom they are given to. */
export const ROLES: ReadonlyMap<string, string> = new Map([
  ['azurerm_role_assignment', 'principal_id'],
  ['azurerm_pim_active_role_assignment', 'principal_id'],
]);

const VALUE: readonly string[] = ['value'];
const GITHUB: readonly string[] = ['plaintext_value', 'value'];
const AZURE_DEVOPS: readonly string[] = ['variable.secret_value', 'variable.value'];

/** What pipelines find among their secrets, with the paths of arguments. A key vault is read by anybody, and is none. */
export const SECRETS: ReadonlyMap<string, readonly string[]> = new Map([
  ['github_actions_secret', GITHUB],
  ['github_actions_environment_secret', GITHUB],
  ['github_actions_organization_secret', GITHUB],
  ['azuredevops_variable_group', AZURE_DEVOPS],
  ['azuredevops_build_definition', AZURE_DEVOPS],
  ['gitlab_project_variable', VALUE],
  ['gitlab_group_variable', VALUE],
  ['gitlab_instance_variable', VALUE],
  ['bitbucket_repository_variable', VALUE],
  ['bitbucket_deployment_variable', VALUE],
  ['circleci_environment_variable', VALUE],
  ['circleci_context_environment_variable', VALUE],
  ['tfe_variable', VALUE],
]);

export const POLICY = 'azuread_conditional_access_policy';

/** Arguments of a policy, by the names that Microsoft Graph has for them. */
export const POLICY_ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ['displayName', 'display_name'],
  ['state', 'state'],
  ['grantControls.builtInControls', 'grant_controls.built_in_controls'],
  ['grantControls.authenticationStrength', 'grant_controls.authentication_strength_policy_id'],
  ['conditions.users.excludeUsers', 'conditions.users.excluded_users'],
  ['conditions.users.excludeGroups', 'conditions.users.excluded_groups'],
  ['conditions.users.excludeRoles', 'conditions.users.excluded_roles'],
]);

export const POLICY_GUESTS = 'conditions.users.excluded_guests_or_external_users';
