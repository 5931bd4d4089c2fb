//! The variables of a job as assignments, in the order in which the last counts.
//! Source: https://docs.gitlab.com/ci/variables/#cicd-variable-precedence

import { assigned } from '../../domain/assigned.ts';
import type { Entry } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { STARTED } from './inputs.ts';
import type { Leg } from './legs.ts';
import { inherited, type Lineage, type Reading } from './reading.ts';
import { MAIN } from './recognise.ts';
import { elsewhere, FOR_FILE } from './scripts.ts';
import { inheritedVariables, variableEntries, variablesElsewhere } from './values.ts';

/** The name under which the file that includes others keeps what holds for all jobs. */
export const GLOBAL = 'all jobs';

/** What holds for all jobs first, then what the job takes over, then its own, then what starts the pipeline gives. */
export function variableSteps(
  lineage: Lineage,
  leg: Leg,
  at: Span,
  reading: Reading,
): readonly Step[] {
  const isMain = MAIN.test(reading.path);
  const file = `${FOR_FILE}${reading.path}`;
  const unset = assigned(STARTED, literal('', at), at);
  const inputs = isMain ? [] : [unset, elsewhere(file, 'inputs', at)];
  const given = isMain ? [] : [elsewhere(file, 'variables', at)];
  const own = [...inheritedVariables(lineage, reading), ...leg];
  const global = childOf(reading.root, 'variables');
  const taken = [
    ...referencedSteps(
      lineage.nodes.map(it => childOf(it, 'variables')),
      at,
      reading,
    ),
    ...takenOver(lineage, at),
  ];
  if (isOff(lineage, 'variables')) return [...inputs, ...taken, ...assignSteps(own), ...given];
  const shared = variableEntries(global, reading);
  const before = [
    ...(isMain ? [] : [elsewhere(GLOBAL, 'variables', at)]),
    ...inputs,
    ...referencedSteps([global], at, reading),
  ];
  return taken.length === 0
    ? [...before, ...assignSteps([...shared, ...own]), ...given]
    : [...before, ...assignSteps(shared), ...taken, ...assignSteps(own), ...given];
}

const referencedSteps = (
  nodes: readonly (YamlNode | undefined)[],
  at: Span,
  reading: Reading,
): readonly Step[] =>
  nodes.flatMap(it => variablesElsewhere(it, reading)).map(it => elsewhere(it, 'variables', at));

export const takenOver = ({ elsewhere: names }: Lineage, at: Span): readonly Step[] =>
  names.toReversed().map(it => elsewhere(it, 'variables', at));

/** `inherit: { default: false }`. */
export const isOff = (lineage: Lineage, what: 'default' | 'variables'): boolean =>
  textOf(childOf(inherited(lineage, 'inherit'), what)) === 'false';

/** Of several of one name the last; GitLab fills in the others when all are known, whatever their order. */
export function assignSteps(entries: readonly Entry[]): readonly Step[] {
  const byName = new Map(entries.map(it => [it.name, it]));
  const isPlain = ({ value }: Entry): boolean =>
    value.kind === 'text' && value.region.holes.length === 0;
  const all = [...byName.values()];
  return [...all.filter(isPlain), ...all.filter(it => !isPlain(it))].map(it =>
    assigned(it.name, it.value, it.at),
  );
}
