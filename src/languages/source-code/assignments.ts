//! Assignments: to variables, to what objects hold, to the environment, to several names at once.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import { effectsOf } from './calls.ts';
import { type Lowering, type Meaning, notEvaluated, placeIn } from './lowering.ts';
import { bareMember, meaningOf, meaningOfType, ownMember } from './meanings.ts';
import { variableName } from './scope.ts';
import type { Code, CodeAssignment } from './tree.ts';
import { codeValue, plainText } from './values.ts';

export function assignmentSteps(code: CodeAssignment, lowering: Lowering): readonly Step[] {
  const { value, targets, operator, type } = code;
  const before = effectsOf(value, lowering);
  const meaning = meaningOf(value, lowering) ?? meaningOfType(type, lowering);
  const steps = targets.flatMap(target => {
    if (operator === '=') return given({ target, value, meaning }, lowering);
    const sum = operator === '+=';
    return changed(target, sum ? codeValue(value, lowering) : undefined, lowering);
  });
  return [...before, ...steps];
}

interface Given {
  readonly target: Code;
  readonly value: Code;
  readonly meaning: Meaning | undefined;
}

function given({ target, value, meaning }: Given, lowering: Lowering): readonly Step[] {
  if (target.kind === 'list' || target.kind === 'object') {
    return takenApart(target, value, meaning, lowering);
  }
  const { notes } = lowering;
  const variable = variableOf(target, lowering);
  if (variable !== undefined) {
    if (meaning) notes.meanings.set(variable, meaning);
    else notes.meanings.delete(variable);
    if (SPELLED_OUT.has(value.kind)) notes.literals.set(variable, value);
    else notes.literals.delete(variable);
  }
  // What stands for a thing of a library is no text.
  if (meaning?.kind === 'export') return [];
  return set(target, codeValue(value, lowering), lowering);
}

/** Values that say what they are. */
const SPELLED_OUT: ReadonlySet<Code['kind']> = new Set(['object', 'list', 'string']);

function set(target: Code, value: Expression, lowering: Lowering): readonly Step[] {
  const at = placeIn(lowering, target);
  const environment = lowering.dialect.environmentRead(target, lowering);
  if (environment) {
    const name = plainText(environment.name, lowering);
    return name === undefined ? [] : [assigned(name, value, at)];
  }
  const variable = variableOf(target, lowering);
  if (variable !== undefined) return [assigned(variable, value, at)];
  return setInside(target, value, lowering);
}

const variableOf = (target: Code, lowering: Lowering): string | undefined => {
  if (target.kind === 'name') {
    return variableName(target.name, lowering.scope) ?? bareMember(target.name, lowering.notes);
  }
  return ownMember(target, lowering);
};

/** The variable that `a.b.c` begins with, and the names behind it. */
function rootOf(code: Code, lowering: Lowering): { root: Code; path: readonly string[] } {
  if (code.kind !== 'member' || ownMember(code, lowering) !== undefined)
    return { root: code, path: [] };
  const { root, path } = rootOf(code.of, lowering);
  return { root, path: [...path, code.name] };
}

/** `body["grant_type"] = "password"`, `info.start.arguments = "login"`. */
function setInside(target: Code, value: Expression, lowering: Lowering): readonly Step[] {
  if (target.kind !== 'member' && target.kind !== 'index') return [];
  const last = target.kind === 'member' ? target.name : plainText(target.index, lowering);
  const { root, path } = rootOf(target.of, lowering);
  const variable = variableOf(root, lowering);
  if (variable === undefined || last === undefined) return [];
  const name = [...path, last].join('.');
  const at = placeIn(lowering, target);
  const of: Expression = { kind: 'reference', space: 'variable', name: variable, at };
  const added: Expression = { kind: 'object', entries: [{ name, value, at }], at };
  const { literals } = lowering.notes;
  const before = literals.get(variable);
  if (before?.kind === 'object') {
    const entries = [...before.entries, { name, value: target, isSpread: false }];
    literals.set(variable, { ...before, entries });
  }
  return [assigned(variable, { kind: 'call', name: 'with-entries', args: [of, added], at }, at)];
}

/** `+=`, or whatever else leaves it unknown. */
function changed(target: Code, added: Expression | undefined, lowering: Lowering): readonly Step[] {
  const variable = variableOf(target, lowering);
  if (variable === undefined) return [];
  const at = placeIn(lowering, target);
  return added
    ? [assigned(variable, added, at, { appends: true })]
    : [assigned(variable, notEvaluated(lowering, target), at)];
}

/** `a, b = c, d`; `const { exec, spawn: run } = require('child_process')`. */
function takenApart(
  target: Code & { kind: 'list' | 'object' },
  value: Code,
  meaning: Meaning | undefined,
  lowering: Lowering,
): readonly Step[] {
  const all = target.kind === 'list' ? target.items : target.entries;
  const items = value.kind === 'list' && target.kind === 'list' ? value.items : undefined;
  return all.flatMap((entry, index): readonly Step[] => {
    if (entry.isSpread) return [];
    const item = items?.length === all.length ? items[index]?.value : undefined;
    if (item)
      return given(
        { target: entry.value, value: item, meaning: meaningOf(item, lowering) },
        lowering,
      );
    const name = target.kind === 'list' ? String(index) : entry.name;
    if (name === undefined) return [];
    const inner = partOf(meaning, name);
    const variable = variableOf(entry.value, lowering);
    if (inner && variable !== undefined) {
      lowering.notes.meanings.set(variable, inner);
      return [];
    }
    const whole = codeValue(value, lowering);
    const part: Expression =
      whole.kind === 'unknown'
        ? notEvaluated(lowering, value)
        : { kind: 'member', of: whole, name, at: whole.at };
    return set(entry.value, part, lowering);
  });
}

/** Of what makes an object and says whether it could, as Go's functions do, the first is the object. */
function partOf(meaning: Meaning | undefined, name: string): Meaning | undefined {
  if (meaning?.kind === 'object') return name === '0' ? meaning : undefined;
  return meaning && { ...meaning, path: [...meaning.path, name] };
}
