//! Variables of a Makefile and the files that it takes in, in order.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { AssignStep, Step } from '../../domain/step.ts';
import { overridable, takeIn } from '../../domain/task-call.ts';
import { expanded, placeOf, recipePieces } from '../../languages/make/expand.ts';
import type { MakeAssign, MakeInclude, MakeItem } from '../../languages/make/tree.ts';
import { stringOf } from '../../languages/script-text/strings.ts';
import { branched, type GuardedSteps } from './guarded.ts';
import type { Reading } from './reading.ts';

export function definitionSteps(reading: Reading): readonly Step[] {
  const all = reading.items.flatMap(item => guardedSteps(item, reading));
  return [...branched(all, reading.expanding), ...laterSteps(reading)];
}

function guardedSteps(item: MakeItem, reading: Reading): readonly GuardedSteps[] {
  switch (item.kind) {
    case 'assign':
      return [{ guards: item.guards, steps: [assignStep(item, reading)] }];
    case 'include':
      return [{ guards: item.guards, steps: includeSteps(item, reading) }];
    case 'rule':
      return [];
  }
}

/** `=` is worked out when it is used: what it names may stand further down. */
function laterSteps(reading: Reading): readonly Step[] {
  const { region } = reading.expanding;
  const textOf = ({ name, value }: MakeAssign) => ({
    name: region.text.slice(name.start, name.end),
    value: region.text.slice(value.start, value.end),
  });
  const assigns = reading.items.filter(it => it.kind === 'assign' && !it.isDefine);
  const last = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [index, item] of assigns.entries()) {
    if (item.kind !== 'assign') continue;
    const { name } = textOf(item);
    last.set(name, index);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return assigns.flatMap((item, index): readonly Step[] => {
    if (item.kind !== 'assign' || item.operator !== '=' || item.guards.length > 0) return [];
    const { name, value } = textOf(item);
    const needs = [...value.matchAll(/\$[({]([\w.-]+)[)}]/g)].map(it => it[1] ?? '');
    const isEarly = counts.get(name) === 1 && needs.some(it => (last.get(it) ?? -1) > index);
    return isEarly ? [assignStep(item, reading)] : [];
  });
}

/** A value of the command line wins over that of the file. */
export function assignStep(assign: MakeAssign, { expanding }: Reading): AssignStep {
  const { operator } = assign;
  const name = expanding.region.text.slice(assign.name.start, assign.name.end);
  const at = placeOf(assign, expanding);
  const value = assignedValue(assign, expanding);
  const appends = operator === '+=';
  const spaced: Expression = appends
    ? { kind: 'join', parts: [literal(' ', at), value], at }
    : value;
  const how = { appends, onlyIfUnset: operator === '?=' };
  return assigned(name, appends ? spaced : overridable(name, value), at, how);
}

function assignedValue(assign: MakeAssign, expanding: Reading['expanding']): Expression {
  const { operator, isDefine, value } = assign;
  const at = placeOf(value, expanding);
  if (isDefine) return stringOf(recipePieces(value, expanding), expanding.region, at);
  const text = expanded(value, expanding);
  if (operator !== 'shell') return text;
  return { kind: 'output', of: [{ kind: 'script', language: 'bash', source: text, at }], at };
}

/** Relative to where make runs. */
function includeSteps({ files }: MakeInclude, { expanding }: Reading): readonly Step[] {
  const { text } = expanding.region;
  const steps: Step[] = [];
  // A name may hold brackets with spaces in them, which then is nothing that can be found.
  for (const match of text.slice(files.start, files.end).matchAll(/[^\s\\]+/g)) {
    const start = files.start + match.index;
    const path = expanded({ start, end: start + match[0].length }, expanding);
    steps.push(takeIn(path, 'current-folder'));
  }
  return steps;
}
