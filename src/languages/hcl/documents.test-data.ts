//! HCL documents for tests: written by hand, generated, and their constant values as plain data.

import fc from 'fast-check';
import { parseHcl } from './parse.ts';
import type { HclBody, HclExpression } from './tree.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { [name: string]: Plain };

/** The value of an expression without variables; its kind in angle brackets for any other. */
export function plain(node: HclExpression): Plain {
  switch (node.kind) {
    case 'template':
      return node.text;
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'unary':
      return node.operators === '-' ? -Number(plain(node.operand)) : '<unary>';
    case 'parentheses':
      return plain(node.of);
    case 'list':
      return node.items.map(plain);
    case 'object':
      return Object.fromEntries(node.entries.map(it => [keyOf(it.key), plain(it.value)]));
    case 'variable':
    case 'call':
    case 'access':
    case 'for':
    case 'conditional':
    case 'operation':
    case 'missing':
      return `<${node.kind}>`;
  }
}

const keyOf = (node: HclExpression): string =>
  node.kind === 'variable' ? node.name : String(plain(node));

export const plainBody = (body: HclBody): Plain =>
  Object.fromEntries(body.attributes.map(it => [it.name, plain(it.value)]));

export const valuesOf = (text: string): Plain => plainBody(parseHcl(text).body);

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/);

const character = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[ -~]$/) },
  fc.constantFrom('ä', '✓', '😀', '\n', '\t', '"', '\\', '$', '%', '{'),
);

const quoted = fc.array(character, { maxLength: 12 }).map(characters => {
  const text = characters.join('');
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t');
  return `"${escaped.replaceAll('${', () => '$${').replaceAll('%{', '%%{')}"`;
});

const line = fc.stringMatching(/^ {0,6}[a-z#*"' ]{0,8}$/);

const heredoc = fc
  .record({ dash: fc.constantFrom('', '-'), lines: fc.array(line, { maxLength: 5 }) })
  .map(({ dash, lines }) => `<<${dash}END\n${lines.map(it => `${it}\n`).join('')}  END\n`);

const scalar = fc.oneof(
  quoted,
  fc.integer({ min: -9999, max: 9999 }).map(String),
  fc.constantFrom('true', 'false', '1.5', '2e3', '"é"'),
);

const { value } = fc.letrec<{ value: string }>(tie => ({
  value: fc.oneof(
    { weight: 4, arbitrary: scalar },
    fc.array(tie('value'), { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
    fc
      .dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true })
      .map(entries => `{\n${linesOf(entries, '    ')}  }`),
  ),
}));

const linesOf = (entries: Record<string, string>, indent: string): string =>
  Object.entries(entries)
    .map(([key, text]) => `${indent}${key} = ${text}${text.endsWith('\n') ? '' : '\n'}`)
    .join('');

/** Arguments whose values are constants. */
export const constants: fc.Arbitrary<string> = fc
  .dictionary(name, fc.oneof({ weight: 5, arbitrary: value }, heredoc), { noNullPrototype: true })
  .map(entries => linesOf(entries, ''));

export const DOCUMENTS: readonly string[] = [
  `resource "azurerm_key_vault" "main" {
  name = "kv-\${var.name}" # comment
  tags = merge(local.tags, { "a b" = 1, (var.key) : [for k, v in var.m : upper(k) if v != null] })
  dynamic "access" {
    for_each = var.all[*].id
    content { id = access.value }
  }
}

output "id" {
  value = one(azurerm_key_vault.main[*].id)
}
`,
  `locals {
  script = <<-EOT
    set -e
    az login --identity -u \${var.id}
    %{ if var.debug ~}
    set -x
    %{ endif ~}
  EOT
  a = var.x ? "yes" : !var.y && 1 + 2 * 3 >= 7 ? null : -1
  b = { for s in ["a", "b"] : s => provider::azapi::id(s)... }
}

provider "azurerm" {
  features {}
  use_cli = false /* off */
}
`,
];
