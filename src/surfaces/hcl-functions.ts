//! Functions of Terraform, and of Terragrunt and Packer beside it, by the neutral names that `resolve` knows.
//! Sources: https://developer.hashicorp.com/terraform/language/functions,
//! https://terragrunt.gruntwork.io/docs/reference/hcl/functions/,
//! https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions

import type { Expression } from '../domain/expression.ts';
import { literal, literalOf, unknownExpression } from '../domain/literal.ts';
import type { Region } from '../domain/region.ts';
import type { Span } from '../domain/span.ts';
import type { HclCall } from '../languages/hcl/tree.ts';
import { expressionOf } from './hcl-expression.ts';

const NEUTRAL: ReadonlyMap<string, string> = new Map([
  ['format', 'format'],
  ['join', 'join'],
  ['concat', 'concat'],
  ['merge', 'merge'],
  ['coalesce', 'coalesce'],
  ['lookup', 'lookup'],
  ['replace', 'replace'],
  ['lower', 'lower'],
  ['upper', 'upper'],
  ['trimspace', 'trim'],
  ['file', 'read-file'],
  ['templatefile', 'read-template'],
  ['base64encode', 'encode-base64'],
  ['base64decode', 'decode-base64'],
  ['jsonencode', 'encode-json'],
  ['jsondecode', 'decode-json'],
  ['length', 'length'],
  ['tostring', 'to-string'],
  ['dirname', 'folder-of'],
  ['read_terragrunt_config', 'read-bindings'],
  ['get_terragrunt_dir', 'root-folder'],
  ['get_original_terragrunt_dir', 'root-folder'],
  ['get_parent_terragrunt_dir', 'module-folder'],
]);

/** Give their first argument, as far as a script or a credential in it goes. */
const UNCHANGED: ReadonlySet<string> = new Set([
  'sensitive',
  'nonsensitive',
  'tolist',
  'toset',
  'tomap',
  'tonumber',
  'tobool',
  'abspath',
  'chomp',
]);

/** Encode their first argument; compressed or in UTF-16, what is in it stays the same script. */
const ENCODING: ReadonlySet<string> = new Set(['base64gzip', 'textencodebase64']);

export function callOf(node: HclCall, at: Span, outer: Region): Expression {
  const unknown = unknownExpression({ kind: 'not-evaluated', text: `${node.name}(…)` }, at);
  if (node.expandsLast) return unknown;
  const name = node.name.replace(/^core::/, '');
  const args = node.args.map(it => expressionOf(it, outer));
  const neutral = NEUTRAL.get(name);
  if (name === 'replace' && isLineEndChange(args)) return args[0] ?? unknown;
  if (neutral !== undefined) return { kind: 'call', name: neutral, args, at };
  if (name === 'get_repo_root') return literal('/', at);
  if (name === 'find_in_parent_folders') {
    return {
      kind: 'call',
      name: 'find-in-parents',
      args: args.length > 0 ? args : [literal('terragrunt.hcl', at)],
      at,
    };
  }
  return special(name, args, at) ?? unknown;
}

function special(name: string, args: readonly Expression[], at: Span): Expression | undefined {
  const [first, second] = args;
  if (!first) return undefined;
  if (UNCHANGED.has(name)) return first;
  if (ENCODING.has(name)) return { kind: 'call', name: 'encode-base64', args: [first], at };
  switch (name) {
    case 'filebase64':
      return encoded({ kind: 'call', name: 'read-file', args: [first], at }, at);
    case 'env':
    case 'get_env':
      return environmentVariable(first, second, at);
    case 'try':
      return { kind: 'choice', options: args, at };
    case 'indent':
      return second;
    case 'ephemeralasnull':
      return literal('', at);
    case 'element': {
      const index = second && literalOf(second);
      return index === undefined ? undefined : { kind: 'member', of: first, name: index, at };
    }
  }
  return undefined;
}

/** A variable of the process. */
function environmentVariable(
  name: Expression,
  otherwise: Expression | undefined,
  at: Span,
): Expression | undefined {
  const variable = literalOf(name);
  if (variable === undefined) return undefined;
  const reference = { kind: 'reference', space: 'variable', name: variable, at } as const;
  return otherwise ? { ...reference, otherwise } : reference;
}

const encoded = (of: Expression, at: Span): Expression => ({
  kind: 'call',
  name: 'encode-base64',
  args: [of],
  at,
});

/** `replace(file("x.ps1"), "\r\n", "\n")` gives the same script; as the same text it keeps its places. */
function isLineEndChange(args: readonly Expression[]): boolean {
  const [, from, to] = args;
  const search = from && literalOf(from);
  const by = to && literalOf(to);
  return search?.startsWith('\r') === true && by !== undefined && /^[\r\n]*$/.test(search + by);
}
