//! Where files of Ansible look for others, as paths from the root of the repository.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbook_pathing.html

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import type { YamlScalar } from '../../languages/yaml/tree.ts';
import { folderOf, joinFolder } from './folders.ts';
import { type Reading, scalarExpression } from './reading.ts';

/** With the folder in front, unless it begins with an expression, which mostly gives a whole path. */
export function pathIn(folder: string, scalar: YamlScalar, reading: Reading): Expression {
  const path = scalarExpression(scalar, reading);
  const { at } = scalar;
  const spelled = literalOf(path);
  if (spelled !== undefined) {
    const trimmed = spelled.trim();
    return literal(trimmed.startsWith('/') ? trimmed : `/${joinFolder(folder, trimmed)}`, at);
  }
  if (/^\s*\{/.test(scalar.text)) return path;
  return { kind: 'join', parts: [literal(`/${folder}/`, at), path], at };
}

/** Beside the file or the role, above it, and at the root. */
export function roleFolders({ folder, role }: Reading): readonly string[] {
  const siblings = role === undefined ? [] : [folderOf(role)];
  const own = joinFolder(folder, 'roles');
  const above = folder === '' ? [] : [joinFolder(folderOf(folder), 'roles'), 'roles'];
  return [...new Set([...siblings, own, ...above])];
}
