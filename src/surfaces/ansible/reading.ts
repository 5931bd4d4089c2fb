//! One file of Ansible while it is read: where it stands, and what names and texts mean there.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, text, unknownExpression } from '../../domain/literal.ts';
import type { NameReader } from '../../languages/jinja/cursor.ts';
import { expressionOf } from '../../languages/jinja/jinja-text.ts';
import {
  entriesOf,
  isEmpty,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import { folderOf } from './folders.ts';

export interface Reading {
  readonly path: string;
  /** The folder of the file. */
  readonly folder: string;
  /** The folder of the role it is a part of. */
  readonly role: string | undefined;
  /** What modules are given where they say nothing, the innermost last. */
  readonly defaults: readonly YamlMapping[];
}

export const readingOf = (path: string): Reading => {
  const role = /^(.*?(?:^|\/)roles\/[^/]+)\//.exec(path)?.[1];
  return { path, folder: folderOf(path), role, defaults: [] };
};

/** A variable of Ansible, told from those of the environment by being spelled as it is used. */
export const variableName = (name: string): string => `{{ ${name} }}`;

/** A path with a slash in front counts from the root of the repository. */
export const namesIn =
  ({ role, folder }: Reading): NameReader =>
  (name, at) => {
    if (name === 'role_path' && role !== undefined) return literal(`/${role}`, at);
    const isFolder = name === 'playbook_dir';
    const otherwise = isFolder ? { otherwise: literal(`/${folder}`, at) } : {};
    return { kind: 'reference', space: 'variable', name: variableName(name), ...otherwise, at };
  };

/** Of a vault only whoever runs it has the key. */
const VAULT = /^\s*\$ANSIBLE_VAULT;/;

export function scalarExpression(scalar: YamlScalar, reading: Reading): Expression {
  const { at, region } = scalar;
  if (isEmpty(scalar)) return literal('', at);
  if (VAULT.test(region.text)) {
    return unknownExpression({ kind: 'held-by-platform', name: 'Ansible Vault' }, at);
  }
  return region.text.includes('{') ? expressionOf(region, namesIn(reading)) : text(region);
}

export function valueExpression(node: YamlNode, reading: Reading): Expression {
  switch (node.kind) {
    case 'scalar':
      return scalarExpression(node, reading);
    case 'sequence':
      return {
        kind: 'list',
        items: node.items.map(it => valueExpression(it, reading)),
        at: node.at,
      };
    case 'mapping':
      return {
        kind: 'object',
        entries: entriesIn(node, reading, it => it),
        at: node.at,
      };
  }
}

/** Names and values of a mapping. */
export const entriesIn = (
  node: YamlNode | undefined,
  reading: Reading,
  nameOf: (key: string) => string,
): readonly Entry[] =>
  entriesOf(node).map(({ key, value, at }) => ({
    name: nameOf(key.text),
    value: valueExpression(value, reading),
    at,
  }));
