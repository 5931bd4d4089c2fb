//! Terraform roots of generated repositories: how their providers are written, and where values of variables come from.

import fc from 'fast-check';

export type Root =
  | { readonly provider: PlainProvider }
  /** `use_msi = var.msi`, which is false unless something says otherwise. */
  | { readonly provider: 'switched'; readonly values: Values };

export type PlainProvider =
  | 'empty'
  | 'managed-identity'
  | 'federated'
  | 'secret-variables'
  | 'module'
  /** A module is given an alias that uses the managed identity, and nothing else is there. */
  | 'passed'
  /** The same, and a resource uses the provider without an alias. */
  | 'passed-both'
  /** `ARM_USE_MSI` before the command. */
  | 'prefix';

/** Where the value of the variable comes from. */
export type Values = 'default' | 'argument' | 'file' | 'environment' | 'automatic-file';

export const providers: fc.Arbitrary<Root> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      provider: fc.constantFrom<PlainProvider>(
        'empty',
        'empty',
        'managed-identity',
        'federated',
        'secret-variables',
        'module',
        'passed',
        'passed-both',
        'prefix',
      ),
    }),
  },
  fc.record({
    provider: fc.constant('switched' as const),
    values: fc.constantFrom<Values>('default', 'argument', 'file', 'environment', 'automatic-file'),
  }),
);

/** Of each provider that something uses: who it is by itself; `undefined` for whoever is signed in. */
export function providersOf(root: Root): readonly (string | undefined)[] {
  switch (root.provider) {
    case 'empty':
    case 'module':
      return [undefined];
    case 'managed-identity':
    case 'passed':
    case 'prefix':
      return ['managed-identity'];
    case 'passed-both':
      return [undefined, 'managed-identity'];
    case 'federated':
      return ['service-principal-federated'];
    case 'secret-variables':
      return ['service-principal-secret'];
    case 'switched':
      return [root.values === 'default' ? undefined : 'managed-identity'];
  }
}

/** What stands before and behind `terraform apply`. */
export function wordsAround(root: Root): { readonly before: string; readonly behind: string } {
  if (root.provider === 'prefix') return { before: 'ARM_USE_MSI=true ', behind: '' };
  if (root.provider !== 'switched') return { before: '', behind: '' };
  switch (root.values) {
    case 'default':
    case 'automatic-file':
      return { before: '', behind: '' };
    case 'environment':
      return { before: 'TF_VAR_msi=true ', behind: '' };
    case 'argument':
      return { before: '', behind: ' -var msi=true' };
    case 'file':
      return { before: '', behind: ' -var-file=on.tfvars' };
  }
}

const provider = (lines: string): string => `provider "azurerm" {\n  features {}\n${lines}}\n`;
const variable = (name: string, value: string): string =>
  `variable "${name}" {\n  default = ${value}\n}\n`;
const GROUP =
  'resource "azurerm_resource_group" "it" {\n  name = "it"\n  location = "westeurope"\n}\n';
const ALIAS = provider('  alias = "other"\n  use_msi = true\n');
const PASSED =
  'module "it" {\n  source = "./it"\n  providers = {\n    azurerm = azurerm.other\n  }\n}\n';

export function rootFiles(root: Root): Readonly<Record<string, string>> {
  switch (root.provider) {
    case 'empty':
    case 'prefix':
      return { 'main.tf': provider('') + GROUP };
    case 'module':
      return {
        'main.tf': `${provider('')}module "it" {\n  source = "./it"\n}\n`,
        'it/main.tf': GROUP,
      };
    case 'passed':
      return { 'main.tf': provider('') + ALIAS + PASSED, 'it/main.tf': GROUP };
    case 'passed-both':
      return { 'main.tf': provider('') + ALIAS + PASSED + GROUP, 'it/main.tf': GROUP };
    case 'managed-identity':
      return { 'main.tf': provider('  use_msi = true\n') + GROUP };
    case 'federated':
      return {
        'main.tf':
          provider('  use_oidc = true\n  client_id = local.id\n  tenant_id = "2222"\n') + GROUP,
        'locals.tf': 'locals {\n  id = "1111"\n}\n',
      };
    case 'secret-variables':
      return {
        'main.tf':
          provider(
            '  client_id = var.id\n  tenant_id = var.tenant\n  client_secret = var.secret\n',
          ) + GROUP,
        'variables.tf': `${variable('id', '"1111"') + variable('tenant', '"2222"')}variable "secret" {}\n`,
        'terraform.tfvars': 'secret = "given"\n',
      };
    case 'switched':
      return {
        'main.tf': provider('  use_msi = var.msi\n') + variable('msi', 'false') + GROUP,
        ...(root.values === 'file' ? { 'on.tfvars': 'msi = true\n' } : {}),
        ...(root.values === 'automatic-file' ? { 'on.auto.tfvars': 'msi = true\n' } : {}),
      };
  }
}
