//! One file of a GitLab pipeline while it is read: its jobs, and how they take over from each other.
//! Source: https://docs.gitlab.com/ci/yaml/#extends

import type { Problem, Span } from '../../domain/span.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';

export interface Reading {
  readonly path: string;
  readonly text: string;
  readonly root: YamlMapping;
  /** Of the header document: `spec: inputs`. */
  readonly inputs: YamlNode | undefined;
  readonly problems: Problem[];
}

/** Names at the top that are no jobs. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'after_script',
  'before_script',
  'cache',
  'default',
  'image',
  'include',
  'services',
  'spec',
  'stages',
  'types',
  'variables',
  'workflow',
]);

export interface Job {
  readonly name: string;
  readonly node: YamlMapping;
  readonly at: Span;
}

export const jobsOf = ({ root }: Pick<Reading, 'root'>): readonly Job[] =>
  entriesOf(root).flatMap(({ key, value }) =>
    value.kind === 'mapping' && !KEYWORDS.has(key.text)
      ? [{ name: key.text, node: value, at: key.at }]
      : [],
  );

/** Any of these makes a mapping a job. */
export const isJob = ({ node }: Job): boolean =>
  ['script', 'run', 'extends', 'trigger'].some(it => childOf(node, it) !== undefined);

/** What others may take over, and that runs nothing by itself. */
export const isPart = ({ name, node }: Job): boolean =>
  name.startsWith('.') &&
  ['before_script', 'after_script', 'variables'].some(it => childOf(node, it) !== undefined);

/** A job with everything it extends. */
export interface Lineage {
  /** The nearest first. */
  readonly nodes: readonly YamlMapping[];
  /** Jobs of other files, the nearest first. */
  readonly elsewhere: readonly string[];
}

/** GitLab's own limit. */
const EXTENDS_DEEP_MAX = 11;

export function lineageOf(job: YamlMapping, reading: Reading): Lineage {
  const nodes: YamlMapping[] = [];
  const elsewhere: string[] = [];
  const add = (node: YamlMapping, depth: number): void => {
    nodes.push(node);
    if (depth >= EXTENDS_DEEP_MAX) return;
    for (const name of extendedBy(node).toReversed()) {
      const parent = childOf(reading.root, name);
      if (parent?.kind !== 'mapping') elsewhere.push(name);
      else if (!nodes.includes(parent)) add(parent, depth + 1);
    }
  };
  add(job, 0);
  return { nodes, elsewhere };
}

/** GitLab refuses the whole pipeline then. */
export const circlesIn = (reading: Reading): readonly Problem[] =>
  jobsOf(reading)
    .filter(({ node }) => lineageOf(node, reading).nodes.some(it => extendsJob(it, node, reading)))
    .map(({ name, at }) => ({ at, message: `job \`${name}\` extends itself` }));

const extendsJob = (node: YamlMapping, job: YamlMapping, { root }: Reading): boolean =>
  extendedBy(node).some(it => childOf(root, it) === job);

export function extendedBy(node: YamlMapping): readonly string[] {
  const names = childOf(node, 'extends');
  const one = textOf(names);
  return one === undefined ? itemsOf(names).flatMap(it => textOf(it) ?? []) : [one];
}

/** What the nearest says. */
export function inherited({ nodes }: Lineage, key: string): YamlNode | undefined {
  for (const node of nodes) {
    const found = childOf(node, key);
    if (found) return found;
  }
  return undefined;
}

/** `!reference [job, key]`: the names; `undefined` for any other list. */
export function referenceOf(node: YamlNode, { text }: Reading): readonly string[] | undefined {
  if (node.kind !== 'sequence') return undefined;
  const before = text.slice(Math.max(0, node.at.start - TAG_LENGTH_MAX), node.at.start);
  return /!reference\s*$/.test(before) ? node.items.flatMap(it => textOf(it) ?? []) : undefined;
}

/** With the white space behind it. */
const TAG_LENGTH_MAX = 200;

/** What a reference names in this file, with all that the job there extends. */
export function referenced(names: readonly string[], reading: Reading): YamlNode | undefined {
  const [name = '', key, ...rest] = names;
  const job = childOf(reading.root, name);
  if (key === undefined) return job;
  const found = job?.kind === 'mapping' ? inherited(lineageOf(job, reading), key) : undefined;
  return rest.reduce<YamlNode | undefined>((node, it) => childOf(node, it), found);
}
