//! Variables that jobs give to later ones: `artifacts: reports: dotenv`.
//! Source: https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { VARIABLE_FILES, writtenVariables } from '../../domain/variable-files.ts';
import {
  childOf,
  itemsOf,
  scalarOf,
  textOf,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import { inherited, jobsOf, type Lineage, lineageOf, type Reading } from './reading.ts';

const scalars = (node: YamlNode | undefined): readonly YamlScalar[] =>
  [...itemsOf(node), ...(node ? [node] : [])].flatMap(it => scalarOf(it) ?? []);

const dotenvIn = ({ nodes }: Lineage): readonly YamlScalar[] => {
  const all = nodes.map(it => childOf(childOf(childOf(it, 'artifacts'), 'reports'), 'dotenv'));
  return scalars(all.find(it => it !== undefined));
};

/** What the job writes there it gives to others. */
export function variableFiles(lineage: Lineage, at: Span): readonly Entry[] {
  const files = dotenvIn(lineage);
  if (files.length === 0) return [];
  const items = files.map(it => literal(it.text.replace(/^\$\{?CI_PROJECT_DIR\}?\//, ''), it.at));
  return [{ name: VARIABLE_FILES, value: { kind: 'list', items, at }, at }];
}

/** All that it gets, which wins over what the file says. */
export const givenVariables = (lineage: Lineage, reading: Reading): readonly Entry[] =>
  neededBy(lineage, reading).map(job => {
    const at = lineage.nodes[0]?.at ?? reading.root.at;
    const value: Expression = {
      kind: 'reference',
      space: 'output',
      name: writtenVariables(job),
      at,
    };
    return { name: '', isSpread: true, value, at };
  });

/** The jobs of this file whose variables it gets: those that it needs, or all of the stages before its own. */
export function neededBy(lineage: Lineage, reading: Reading): readonly string[] {
  const givers = giversOf(reading);
  if (givers.length === 0) return [];
  const needs = inherited(lineage, 'needs');
  const dependencies = inherited(lineage, 'dependencies');
  const named = needs ? neededIn(needs) : dependencies ? namesIn(dependencies) : undefined;
  const own = stageOf(lineage, reading);
  return givers
    .filter(it => (named ? named.includes(it.name) : stageOf(it.lineage, reading) < own))
    .map(it => it.name);
}

interface Giver {
  readonly name: string;
  readonly lineage: Lineage;
}

const known = new WeakMap<Reading, readonly Giver[]>();

/** More of them no pipeline has. */
const GIVERS_MAX = 100;

function giversOf(reading: Reading): readonly Giver[] {
  const before = known.get(reading);
  if (before) return before;
  const found = jobsOf(reading)
    .filter(it => !it.name.startsWith('.'))
    .map(it => ({ name: it.name, lineage: lineageOf(it.node, reading) }))
    .filter(it => dotenvIn(it.lineage).length > 0)
    .slice(0, GIVERS_MAX);
  known.set(reading, found);
  return found;
}

const namesIn = (node: YamlNode): readonly string[] => scalars(node).map(it => it.text);

const neededIn = (needs: YamlNode): readonly string[] =>
  [...itemsOf(needs), needs].flatMap(it => {
    const isGiven = textOf(childOf(it, 'artifacts')) !== 'false';
    return textOf(it) ?? (isGiven ? textOf(childOf(it, 'job')) : undefined) ?? [];
  });

const DEFAULT_STAGES: readonly string[] = ['build', 'test', 'deploy'];

/** Where it comes among the stages. */
function stageOf(lineage: Lineage, { root }: Reading): number {
  const stage = textOf(inherited(lineage, 'stage')) ?? 'test';
  const given = childOf(root, 'stages');
  const stages = given ? namesIn(given) : DEFAULT_STAGES;
  if (stage === '.pre') return -1;
  return stage === '.post' ? stages.length : stages.indexOf(stage);
}
