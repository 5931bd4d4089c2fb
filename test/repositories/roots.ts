//! The Terraform roots of generated repositories, and the commands that apply them.

import { type Draft, mark } from './draft.ts';
import type { Act, Provider } from './plan.ts';

export function terraform(
  { provider, stands }: Act & { kind: 'terraform' },
  name: number,
  draft: Draft,
): readonly string[] {
  const folder = `infra/root${name}`;
  for (const [path, text] of Object.entries(rootFiles(provider))) {
    draft.files.set(`${folder}/${path}`, text);
  }
  const apply = `terraform apply -auto-approve -var=mark=${mark(draft)}`;
  const root = `"$GITHUB_WORKSPACE/${folder}"`;
  switch (stands) {
    case 'chdir':
      return [apply.replace('terraform', `terraform -chdir=${root}`)];
    case 'cd':
      return [`(cd ${root} && ${apply})`];
    case 'pushd':
      return [`pushd ${root}`, apply, 'popd'];
  }
}

const provider = (lines: string): string => `provider "azurerm" {\n  features {}\n${lines}}\n`;
const variable = (name: string, value: string): string =>
  `variable "${name}" {\n  default = "${value}"\n}\n`;
const GROUP =
  'resource "azurerm_resource_group" "it" {\n  name = "it"\n  location = "westeurope"\n}\n';

function rootFiles(kind: Provider): Readonly<Record<string, string>> {
  switch (kind) {
    case 'empty':
      return { 'main.tf': provider('') + GROUP };
    case 'module':
      return {
        'main.tf': `${provider('')}module "it" {\n  source = "./it"\n}\n`,
        'it/main.tf': GROUP,
      };
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
        'main.tf': provider(
          '  client_id = var.id\n  tenant_id = var.tenant\n  client_secret = var.secret\n',
        ),
        'variables.tf': `${variable('id', '1111') + variable('tenant', '2222')}variable "secret" {}\n`,
        'terraform.tfvars': 'secret = "given"\n',
      };
  }
}
