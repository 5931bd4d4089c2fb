//! `include:` and `trigger: include:`: what a file gives to others of the repository, and which are of elsewhere.
//! Source: https://docs.gitlab.com/ci/yaml/#include, https://docs.gitlab.com/ci/pipelines/downstream_pipelines/

import type { Entry } from '../../domain/expression.ts';
import type { Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { Problem, Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, entriesOf, scalarOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { INCLUDED, inputName, STARTED } from './inputs.ts';
import { type Job, jobsOf, lineageOf, type Reading } from './reading.ts';
import { routine } from './routines.ts';
import { FOR_FILE } from './scripts.ts';
import { inheritedVariables, variableValue } from './values.ts';
import { assignSteps } from './variables.ts';

const includesIn = (node: YamlNode | undefined): readonly YamlNode[] =>
  node?.kind === 'sequence' ? node.items : node ? [node] : [];

/** Each is said once. */
export function includeProblems({ root }: Reading): readonly Problem[] {
  const said = new Set<string>();
  return includesIn(childOf(root, 'include')).flatMap(it => {
    const found = ['project', 'remote', 'component'].flatMap(
      key => scalarOf(childOf(it, key)) ?? [],
    );
    const address = /^https?:/.test(textOf(it) ?? '') ? scalarOf(it) : undefined;
    const [first = address] = found;
    if (!first || said.has(first.text)) return [];
    said.add(first.text);
    const spelled = first.text.slice(0, 100);
    const message = `what \`${spelled}\` holds is not in this repository, so what it adds to the pipeline is not known`;
    return [{ at: first.region.at, message }];
  });
}

interface Given {
  /** Relative to the root. */
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly at: Span;
}

/** Inputs of files that are included, and variables of pipelines that a job starts. */
export function partsForFiles(reading: Reading): readonly Routine[] {
  const inputs = includesIn(childOf(reading.root, 'include')).flatMap(it => givenTo(it, reading));
  const started = jobsOf(reading).flatMap(job => startedBy(job, reading));
  return [...partsOfEach(inputs, 'inputs'), ...partsOfEach(started, 'variables')];
}

function givenTo(node: YamlNode, reading: Reading): readonly Given[] {
  const path = localPath(node);
  const entries = entriesOf(childOf(node, 'inputs')).flatMap(({ key, value, at: place }) =>
    value.kind === 'scalar'
      ? [{ name: inputName(key.text), value: variableValue(value, reading), at: place }]
      : [],
  );
  const { at } = node;
  const included = { name: INCLUDED, value: literal('true', at), at };
  return path === undefined ? [] : [{ path, entries: [included, ...entries], at }];
}

function startedBy({ node, at }: Job, reading: Reading): readonly Given[] {
  const lineage = lineageOf(node, reading);
  const started = { name: STARTED, value: literal('true', at), at };
  const entries = [...inheritedVariables(lineage, reading), started];
  return lineage.nodes.flatMap(it =>
    includesIn(childOf(childOf(it, 'trigger'), 'include')).flatMap(file => {
      const path = localPath(file);
      return path === undefined ? [] : [{ path, entries, at }];
    }),
  );
}

function localPath(node: YamlNode): string | undefined {
  const path = textOf(node) ?? textOf(childOf(node, 'local'));
  return path?.replace(/^(?:\.?\/)+/, '');
}

/** Of several that give it something any one of them may have. */
function partsOfEach(all: readonly Given[], key: string): readonly Routine[] {
  const byPath = new Map<string, Given[]>();
  for (const it of all) byPath.set(it.path, [...(byPath.get(it.path) ?? []), it]);
  return [...byPath].flatMap(([path, [first, ...others]]) => {
    if (!first) return [];
    const arms = [first, ...others].map(it => assignSteps(it.entries));
    const { at } = first;
    const either: Step = { kind: 'branch', arms, isExhaustive: true, at };
    const body = others.length === 0 ? (arms[0] ?? []) : [either];
    return routine(`${FOR_FILE}${path}`, key, body, at);
  });
}
