//! Expressions to everything they may be, under one state of the run.

import type { Expression } from '../domain/expression.ts';
import { outputSource } from '../domain/expression-parts.ts';
import type { Region } from '../domain/region.ts';
import type { Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { bounded } from './bounds.ts';
import { STEPS_DEEP_MAX } from './budget.ts';
import { outcomeOf } from './conditions.ts';
import {
  type Alternatives,
  alternatives,
  blended,
  combinations,
  type Datum,
  datumText,
  partsOf,
  unknownDatum,
} from './datum.ts';
import { elementChoices } from './elements.ts';
import { entryValues } from './entries.ts';
import { callFunction } from './functions.ts';
import { memberOf } from './members.ts';
import { lookUp } from './references.ts';
import { type State, subshell } from './state.ts';
import { filled } from './templates.ts';
import type { Frame } from './world.ts';

/** Strings made of more ways than these are one unknown. */
const COMBINATIONS_MAX = 8;

/** One that is nested deeper than steps may be is not known. */
export function evaluate(expression: Expression, state: State, frame: Frame): Alternatives {
  const { budget, given } = frame;
  const before = given?.get(expression);
  if (before) return before;
  const { at } = expression;
  if (budget.deep >= DEEP_MAX) {
    return [unknownDatum({ kind: 'not-evaluated', text: 'a deeply nested value' }, at)];
  }
  budget.deep += 1;
  const found = evaluated(expression, state, frame);
  budget.deep -= 1;
  // What holds nothing too long stays the same object, by which others know it again.
  return found.every(it => bounded(it, at) === it) ? found : found.map(it => bounded(it, at));
}

const DEEP_MAX = STEPS_DEEP_MAX + 200;

function evaluated(expression: Expression, state: State, frame: Frame): Alternatives {
  const { at } = expression;
  switch (expression.kind) {
    case 'text':
      return evaluateText(expression.region, state, frame);
    case 'reference':
      return evaluateReference(expression, state, frame);
    case 'join':
      return joined(expression.parts, state, frame, at);
    case 'list':
      return listOf(expression.items, state, frame, at);
    case 'object':
      return [objectOf(expression, state, frame)];
    case 'choice':
      return alternatives(
        optionsOf(expression, state, frame).flatMap(option => evaluate(option, state, frame)),
        at,
      );
    case 'member':
      return alternatives(
        evaluate(expression.of, state, frame).map(it => memberOf(it, expression, at)),
        at,
      );
    case 'call':
      return callFunction(
        expression,
        expression.args.map(arg => evaluate(arg, state, frame)),
        frame,
      );
    case 'elements':
    case 'split':
      return evaluate(expression.of, state, frame);
    case 'output':
      return [outputOf(expression, state, frame)];
    case 'unknown':
      return [unknownDatum(expression.why, at)];
  }
}

function outputOf({ of, at }: Expression & { kind: 'output' }, state: State, frame: Frame): Datum {
  const process = { ...subshell(state), hasSucceeded: undefined };
  frame.world.runSteps(of, process, frame);
  const why = { kind: 'not-evaluated', text: outputSource(of) } as const;
  return { kind: 'unknown', why, at, ...(process.hasSucceeded ? { isFilled: true } : {}) };
}

/** The one that its condition decides; where other values may be given than those that are here, any of them. */
function optionsOf(
  { options, when }: Expression & { kind: 'choice' },
  state: State,
  frame: Frame,
): readonly Expression[] {
  const holds = when && !frame.isOpen ? outcomeOf(when, state, frame) : undefined;
  const decided = holds === undefined ? undefined : options[holds ? 0 : 1];
  return decided ? [decided] : options;
}

function evaluateReference(
  reference: Expression & { kind: 'reference' },
  state: State,
  frame: Frame,
): Alternatives {
  const found = lookUp(reference, state, frame);
  const { otherwise } = reference;
  if (!otherwise) return found;
  // The fallback stands in for an empty value, and for one that only the environment might hold.
  const kept = found.filter(it => it.kind !== 'absent' && datumText(it) !== '');
  const isCertain =
    kept.length === found.length && kept.every(it => it.kind === 'string' || it.kind === 'list');
  if (isCertain) return found;
  return alternatives([...evaluate(otherwise, state, frame), ...kept], reference.at);
}

function evaluateText(region: Region, state: State, frame: Frame): Alternatives {
  const { holes, text, at } = region;
  const [first] = holes;
  if (!first) return plainText(region);
  if (holes.length === 1 && first.start === 0 && first.end === text.length) {
    return evaluate(first.expression, state, frame);
  }
  const choices = holes.map(hole => evaluate(hole.expression, state, frame));
  const rows = combinations(choices, COMBINATIONS_MAX) ?? [choices.map(it => blended(it, at))];
  return rows.map(row => filled(region, row));
}

const plainTexts = new WeakMap<Region, Alternatives>();

/** The same object each time. */
function plainText(region: Region): Alternatives {
  const before = plainTexts.get(region);
  if (before) return before;
  const { text, at } = region;
  const parts = text === '' ? [] : [{ kind: 'text' as const, text }];
  const made: Alternatives = [{ kind: 'string', parts, at, region }];
  plainTexts.set(region, made);
  return made;
}

function joined(parts: readonly Expression[], state: State, frame: Frame, at: Span): Alternatives {
  const choices = parts.map(part => evaluate(part, state, frame));
  const rows = combinations(choices, COMBINATIONS_MAX) ?? [choices.map(it => blended(it, at))];
  const [only] = parts;
  if (parts.length === 1 && only) return choices[0] ?? [ABSENT];
  return rows.map(row => ({ kind: 'string' as const, parts: row.flatMap(partsOf), at }));
}

function listOf(items: readonly Expression[], state: State, frame: Frame, at: Span): Alternatives {
  const choices = items.map(item => elementChoices(item, state, frame));
  const rows = combinations(choices, COMBINATIONS_MAX);
  if (!rows) return [unknownDatum({ kind: 'not-evaluated', text: 'a list' }, at)];
  return rows.map(row => ({ kind: 'list' as const, items: row.flat(), at }));
}

/** Of several values of one entry the object keeps the first that is known and says so by nothing: see `inputs.ts`. */
function objectOf(expression: Expression & { kind: 'object' }, state: State, frame: Frame): Datum {
  const entries = new Map<string, Datum>();
  for (const [name, [first, ...others]] of entryValues(expression.entries, state, frame)) {
    const text = `one of ${others.length + 1} values`;
    const isOne = first && others.length === 0;
    entries.set(name, isOne ? first : unknownDatum({ kind: 'not-evaluated', text }, expression.at));
  }
  return { kind: 'object', entries, at: expression.at };
}
