//! Assignments to variables and to positional parameters.

import type { AssignStep } from '../domain/step.ts';
import { bounded } from './bounds.ts';
import {
  type Alternatives,
  alternatives,
  blended,
  combinations,
  type Datum,
  datumText,
  isManyElements,
  partsOf,
  unknownDatum,
  whyUnset,
} from './datum.ts';
import { evaluate } from './evaluate.ts';
import { noteKept } from './kept-texts.ts';
import { noteOwner } from './own-variables.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

const COMBINATIONS_MAX = 8;

/** Without a name that is known nothing is set. */
export function assign(given: AssignStep, state: State, frame: Frame): void {
  const { nameFrom } = given;
  if (!nameFrom) return assignNamed(given, state, frame);
  const names = evaluate(nameFrom, state, frame).map(datumText);
  const [name] = names;
  if (name !== undefined && names.length === 1) assignNamed({ ...given, name }, state, frame);
}

function assignNamed(step: AssignStep, state: State, frame: Frame): void {
  const found = evaluate(step.value, state, frame);
  const value = found.some(it => it.kind === 'unset') ? found.map(setValue) : found;
  noteKept(step, value, frame);
  if (step.name === '@') {
    state.arguments = argumentList(value);
    return;
  }
  const before = state.variables.get(step.name);
  const { shadowed } = state;
  if (step.isLocal && shadowed && !shadowed.has(step.name)) shadowed.set(step.name, before);
  const { at } = step;
  if (step.onlyIfUnset && before?.every(isSurelySet)) return;
  noteOwner(step.name, step.isOwn === true, at, state);
  if (step.onlyIfUnset) {
    const kept = (before ?? [{ kind: 'unset' as const, name: step.name, at }]).filter(isMaybeSet);
    state.variables.set(step.name, alternatives([...value, ...kept], at));
    return;
  }
  state.variables.set(
    step.name,
    step.appends
      ? appended(before ?? [{ kind: 'unset', name: step.name, at }], value, step)
      : value,
  );
}

/** A variable that is given the value of an unset one is set all the same. */
const setValue = (datum: Datum): Datum =>
  datum.kind === 'unset' ? unknownDatum(whyUnset(datum.name), datum.at) : datum;

const isSurelySet = (datum: Datum): boolean =>
  datum.kind === 'list' || (datumText(datum) ?? '') !== '';

const isMaybeSet = (datum: Datum): boolean => datum.kind !== 'absent' && datumText(datum) !== '';

function argumentList(value: Alternatives): readonly Datum[] | undefined {
  const [only, ...others] = value;
  if (only?.kind !== 'list' || others.length > 0) return undefined;
  return only.items.some(isManyElements) ? undefined : only.items;
}

function appended(
  before: Alternatives,
  value: Alternatives,
  { value: { kind }, at }: AssignStep,
): Alternatives {
  const rows = combinations([before, value], COMBINATIONS_MAX) ?? [
    [blended(before, at), blended(value, at)],
  ];
  const all = rows.map(([old, added]) => bounded(joined(old, added, kind === 'list', at), at));
  return alternatives(all, at);
}

const WHICH_ELEMENT = { kind: 'not-evaluated', text: 'the first element' } as const;

/** What is not known may be a list of its own. */
function itemsOf(datum: Datum): readonly Datum[] {
  if (datum.kind === 'list') return datum.items;
  return datum.kind === 'unknown' ? [{ ...datum, splits: true }] : [datum];
}

/** What nothing set counts as empty here: a script that appends starts its own list. */
function joined(
  old: Datum | undefined,
  added: Datum | undefined,
  isList: boolean,
  at: AssignStep['at'],
): Datum {
  if (!added) return old ?? { kind: 'absent' };
  if (!old || old.kind === 'absent' || old.kind === 'unset') return added;
  if (isList || added.kind === 'list') {
    return { kind: 'list', items: [...itemsOf(old), ...itemsOf(added)], at };
  }
  if (old.kind === 'list') {
    const [first = { kind: 'absent' as const }, ...others] = old.items;
    // Which of them is the first is not known, and so what it is added to.
    if (isManyElements(first)) return unknownDatum(WHICH_ELEMENT, at);
    return { kind: 'list', items: [joined(first, added, false, at), ...others], at };
  }
  if (added.kind === 'object' && old.kind === 'object') {
    return { kind: 'object', entries: new Map([...old.entries, ...added.entries]), at: old.at };
  }
  // It stands where it begins: a command that is put together has its name there.
  const start = old.kind === 'string' ? old.at : at;
  return { kind: 'string', parts: [...partsOf(old), ...partsOf(added)], at: start };
}
