//! Terraform files to facts: roots, values, the JSON syntax, and broken files.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../domain/source-file.ts';
import { outlines, routineOf, short } from './outline.test-data.ts';
import { terraform } from './terraform.ts';

describe('roots', () => {
  it('has parameters, bindings and the folder as its path', () => {
    const routine = routineOf(
      'variable "a" {}\nvariable "b" { default = null }\nlocals { c = 1 }\n',
      'main.tf',
    );
    expect(routine.path).toBe('.');
    expect(routine.parameters.map(it => [it.name, it.fallback && short(it.fallback)])).toEqual([
      ['a', undefined],
      ['b', '""'],
    ]);
    expect(routine.bindings.map(it => it.name)).toEqual(['c']);
  });

  it.each([
    [
      'a backend',
      'terraform {\n  backend "azurerm" {\n    use_oidc = true\n  }\n}\n',
      ['terraform-backend {use_oidc: "true", backend: "azurerm"}'],
    ],
    [
      'a cloud block',
      'terraform {\n  cloud {\n    organization = "contoso"\n  }\n}\n',
      ['terraform-backend {organization: "contoso", backend: "cloud"}'],
    ],
    [
      'a provider whose version another file gives',
      'provider "azurerm" {\n  alias = "hub"\n  features {}\n}\n',
      [
        'terraform-provider {alias: "hub", version: local:required-version.azurerm, locked: local:locked-version.azurerm, remote: local:remote-workspace, provider: "azurerm"}',
      ],
    ],
    [
      'a provider with its version',
      'terraform {\n  required_providers {\n    azapi = {\n      version = "~> 2.0"\n    }\n  }\n}\nprovider "azapi" {}\nprovider "random" {}\n',
      [
        'terraform-provider {version: "~> 2.0", locked: local:locked-version.azapi, remote: local:remote-workspace, provider: "azapi"}',
      ],
    ],
    [
      'a provider that resources use',
      'data "azurerm_subscription" "main" {}\nresource "azurerm_resource_group" "a" {}\n',
      [
        'terraform-implied-provider {version: local:required-version.azurerm, locked: local:locked-version.azurerm, remote: local:remote-workspace, provider: "azurerm"}',
      ],
    ],
    [
      'a remote state',
      'data "terraform_remote_state" "hub" {\n  backend = "azurerm"\n  config = merge(var.state, { key = "hub" })\n}\n',
      ['terraform-remote-state merge(merge(input:state, {key: "hub"}), {backend: "azurerm"})'],
    ],
    [
      'a module call',
      'module "a" {\n  source = "./a"\n  count = 2\n  name = var.n\n}\nmodule "b" {\n  source = "Azure/naming/azurerm"\n  version = "0.4"\n}\n',
      ['module "./a" name=input:n', 'module "Azure/naming/azurerm" '],
    ],
    [
      'a file for later',
      'resource "local_file" "a" {\n  filename = "run.sh"\n  content = "az login"\n}\n',
      ['write "run.sh" "az login"'],
    ],
  ])('%s', (_, text, expected) => {
    expect(outlines(text)).toEqual(expected);
  });

  it('binds the versions that it requires', () => {
    const text =
      'terraform {\n  required_providers {\n    azurerm = { source = "hashicorp/azurerm", version = "4.1" }\n    azuread = "~> 3.0"\n  }\n}\n';
    expect(routineOf(text).bindings.map(it => `${it.name} ${short(it.value)}`)).toEqual([
      'required-version.azurerm "4.1"',
      'required-version.azuread "~> 3.0"',
    ]);
  });
});

describe('JSON syntax', () => {
  it('gives the same steps as HCL', () => {
    const json = {
      '//': 'a comment',
      terraform: [{ backend: { azurerm: { use_oidc: true } } }],
      provider: { azurerm: [{ features: {}, client_id: '${var.id}' }, { alias: 'b' }] },
      resource: {
        null_resource: {
          a: { provisioner: [{ 'local-exec': { command: 'az login -u ${var.u}' } }] },
        },
      },
      variable: { u: { default: 'x' } },
      locals: { l: '${upper(var.u)}-1' },
    };
    const text = JSON.stringify(json);
    expect(outlines(text, 'main.tf.json')).toEqual([
      'terraform-backend {use_oidc: "true", backend: "azurerm"}',
      'terraform-provider {features: {}, client_id: "${var.id}" input:id, version: local:required-version.azurerm, locked: local:locked-version.azurerm, remote: local:remote-workspace, provider: "azurerm"}',
      'terraform-provider {alias: "b", version: local:required-version.azurerm, locked: local:locked-version.azurerm, remote: local:remote-workspace, provider: "azurerm"}',
      'either { { bash "az login -u ${var.u}" input:u } }',
    ]);
    const routine = routineOf(text, 'main.tf.json');
    expect(routine.bindings.map(it => short(it.value))).toEqual([
      '"${upper(var.u)}-1" upper(input:u)',
    ]);
    const [binding] = routine.bindings;
    expect(binding && text.slice(binding.value.at.start, binding.value.at.end)).toBe(
      '"${upper(var.u)}-1"',
    );
  });
});

describe('values', () => {
  it.each([
    ['infra/terraform.tfvars', 'a = "b"\n', 'terraform-module', 'infra'],
    ['x.auto.tfvars', 'a = "b"\n', 'terraform-module', '.'],
    ['infra/prod.tfvars', 'a = "b"\n', 'terraform-module', undefined],
    ['terraform.tfvars.json', '{ "a": "b" }', 'terraform-module', '.'],
    ['infra/prod.tfbackend', 'a = "b"\n', 'terraform-backend', undefined],
  ])('%s', (path, text, type, serves) => {
    const [file] = terraform.extract(sourceFile(path, text)).declarations;
    if (file?.kind !== 'values') throw new Error('no values');
    expect(terraform.matches(path, '')).toBe(true);
    expect([file.type, file.serves]).toEqual([type, serves]);
    expect(file.values.map(it => `${it.name} ${short(it.value)}`)).toEqual(['a "b"']);
  });
});

describe('files', () => {
  it.each([
    ['main.tf', true],
    ['a/main.tofu', true],
    ['main.tf.json', true],
    ['terragrunt.hcl', false],
    ['main.tftest.hcl', false],
    ['package.json', false],
  ])('%s: %s', (path, expected) => {
    expect(terraform.matches(path, '')).toBe(expected);
  });

  it('reads what it can of a broken file and says so', () => {
    const text = 'provider "azurerm" {\n  use_cli = \n  tenant_id = "t"\n';
    const { problems } = terraform.extract(sourceFile('main.tf', text));
    expect(problems.map(it => it.message)).toEqual([
      'this file could be read only in part: an expression is missing, and 1 more like it',
    ]);
    expect(outlines(text)[0]).toContain('tenant_id: "t"');
  });

  it('never throws', () => {
    const words = [
      'resource "azurerm_virtual_machine_extension" "a" {',
      'settings = ',
      '"${',
      '{',
      '}',
      '\n',
      'var.a',
      '[',
      'jsonencode(',
      ')',
      '<<A\n',
      'provisioner "local-exec" {',
      'command = ',
      '"',
    ];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map(it => it.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('a.tf', 'a.tf.json', 'a.tfvars'), (it, path) => {
        terraform.extract(sourceFile(path, it));
      }),
    );
    const deep = 'locals {\n  a = ';
    for (const it of ['[', '{a=', '(', '"${', 'f(', 'a ? ', 'a.b + ', 'a || ']) {
      terraform.extract(sourceFile('a.tf', deep + it.repeat(3000)));
      terraform.extract(
        sourceFile('a.tf.json', `{"locals":{"a":${JSON.stringify(`\${${it.repeat(3000)}}`)}}}`),
      );
    }
  });
});
