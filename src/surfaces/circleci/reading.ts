//! What the parts of a CircleCI configuration have to know while it is read.

import type { Expression } from '../../domain/expression.ts';
import type { Problem } from '../../domain/span.ts';
import { childOf, entriesOf, type YamlNode } from '../../languages/yaml/tree.ts';

export interface Reading {
  readonly path: string;
  /** Where commands and executors are defined: the file, or an orb inside it. */
  readonly root: YamlNode;
  /** Of the whole file: what `pipeline.parameters.x` means. */
  readonly pipelineParameters: YamlNode | undefined;
  /** Orbs by the name that the file gives them. */
  readonly orbs: ReadonlyMap<string, Orb>;
  /** `<< parameters.x >>` in the job or command that is read. */
  readonly parameters: ReadonlyMap<string, Argument>;
  /** What a `run` has when it says nothing itself. */
  readonly language: string;
  /** `working_directory` of the job: where the repository is checked out. */
  readonly checkout: string;
  /** How many commands stand around. */
  readonly depth: number;
  /** Those that stand around: one of them again is a circle. */
  readonly around: readonly YamlNode[];
  readonly problems: Problem[];
}

export type Orb =
  | { readonly kind: 'published'; readonly name: string; readonly version: string }
  /** Defined in the file itself. */
  | { readonly kind: 'inline'; readonly root: YamlNode };

export interface Argument {
  readonly value: Expression;
  /** Steps that are handed over, with what they mean where they stand. */
  readonly node?: YamlNode;
  readonly reading?: Reading;
}

/** Orbs by the names that a file, or an orb inside it, gives them. */
export const orbsIn = (root: YamlNode): ReadonlyMap<string, Orb> =>
  new Map(entriesOf(childOf(root, 'orbs')).map(({ key, value }) => [key.text, orbOf(value)]));

/** For what is defined in an orb of the file. */
export const withinOrb = (root: YamlNode, reading: Reading): Reading => ({
  ...reading,
  root,
  orbs: new Map([...reading.orbs, ...orbsIn(root)]),
});

/** `circleci/azure-cli@1.2.0`. */
const orbOf = (node: YamlNode): Orb => {
  if (node.kind !== 'scalar') return { kind: 'inline', root: node };
  const [name = '', version = ''] = node.text.split('@');
  return { kind: 'published', name: name.trim().toLowerCase(), version };
};
