//! Code to the expressions that resolve evaluates: strings, names, members, sums, choices, lists, objects.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Lowering } from './lowering.ts';
import { notEvaluated, placeIn } from './lowering.ts';
import { bareMember, calledFunction, calledName, ownMember } from './meanings.ts';
import { operationValue } from './operations.ts';
import { variableName } from './scope.ts';
import { stringValue, type ValuePart } from './source.ts';
import type { Code, CodeArgument, CodeCall, CodeObject, CodeString } from './tree.ts';

export function codeValue(code: Code, lowering: Lowering): Expression {
  const environment = lowering.dialect.environmentRead(code, lowering);
  if (environment) return environmentValue(environment.name, environment.fallback, code, lowering);
  switch (code.kind) {
    case 'string':
      return textValue(code, lowering);
    case 'name':
      return nameValue(code.name, code, lowering);
    case 'member':
      return memberValue(code, code.name, lowering);
    case 'index': {
      const name = plainText(code.index, lowering) ?? numberText(code.index, lowering);
      return name === undefined ? notEvaluated(lowering, code) : memberValue(code, name, lowering);
    }
    case 'call':
      return callValue(code, lowering);
    case 'list':
      return listValue(code.items, code, lowering);
    case 'object':
      return objectValue(code, lowering);
    case 'operation':
      return operationValue(code, lowering);
    case 'choice': {
      const options = code.options.map(it => codeValue(it, lowering));
      return { kind: 'choice', options, at: placeIn(lowering, code) };
    }
    case 'function':
    case 'other':
      return notEvaluated(lowering, code);
  }
}

/** The characters of a string without holes. */
export function plainText(code: Code, lowering: Lowering): string | undefined {
  if (code.kind !== 'string' || code.parts.some(it => it.kind === 'hole')) return undefined;
  const value = textValue(code, lowering);
  return value.kind === 'text' && value.region.holes.length === 0 ? value.region.text : undefined;
}

const numberText = (code: Code, { source }: Lowering): string | undefined =>
  code.kind === 'other' ? /^\d+$/.exec(source.text.slice(code.start, code.end))?.[0] : undefined;

export function textValue(code: CodeString, lowering: Lowering): Expression {
  const parts = code.parts.map(
    (part): ValuePart =>
      part.kind === 'text' ? part : { ...part, value: codeValue(part.value, lowering) },
  );
  return stringValue(code.manner, parts, lowering.source, placeIn(lowering, code));
}

/** Words that are values of every language. */
const CONSTANTS: ReadonlyMap<string, string> = new Map([
  ['None', ''],
  ['null', ''],
  ['nil', ''],
  ['undefined', ''],
  ['True', 'true'],
  ['False', 'false'],
  ['true', 'true'],
  ['false', 'false'],
]);

function nameValue(name: string, code: Code, lowering: Lowering): Expression {
  const at = placeIn(lowering, code);
  const constant = CONSTANTS.get(name);
  if (constant !== undefined) return literal(constant, at);
  const variable = variableName(name, lowering.scope) ?? bareMember(name, lowering.notes);
  return variable === undefined
    ? notEvaluated(lowering, code)
    : { kind: 'reference', space: 'variable', name: variable, at };
}

function memberValue(
  code: Code & { kind: 'member' | 'index' },
  name: string,
  lowering: Lowering,
): Expression {
  const at = placeIn(lowering, code);
  const own = ownMember(code, lowering);
  if (own !== undefined) return { kind: 'reference', space: 'variable', name: own, at };
  const of = codeValue(code.of, lowering);
  return of.kind === 'unknown' ? notEvaluated(lowering, code) : { kind: 'member', of, name, at };
}

function environmentValue(
  name: Code,
  fallback: Code | undefined,
  code: Code,
  lowering: Lowering,
): Expression {
  const text = name.kind === 'name' ? undefined : plainText(name, lowering);
  if (text === undefined) return notEvaluated(lowering, code);
  const at = placeIn(lowering, code);
  const otherwise = fallback ? { otherwise: codeValue(fallback, lowering) } : {};
  return { kind: 'reference', space: 'variable', name: text, at, ...otherwise };
}

/** What the call gave when it ran, for functions of the text; see `functions.ts`. */
export const resultName = (call: CodeCall): string => `result(${call.start}-${call.end})`;

function callValue(call: CodeCall, lowering: Lowering): Expression {
  const name = calledName(call, lowering);
  const given = lowering.dialect.resultOf(call, name, lowering);
  if (given) return given;
  if (!calledFunction(call, lowering)) return notEvaluated(lowering, call);
  const at = placeIn(lowering, call);
  return { kind: 'reference', space: 'variable', name: resultName(call), at };
}

export function listValue(
  items: readonly CodeArgument[],
  code: Code,
  lowering: Lowering,
): Expression {
  const at = placeIn(lowering, code);
  const all = items.map((it): Expression => {
    const value = codeValue(it.value, lowering);
    return it.isSpread ? { kind: 'elements', of: value, at: value.at } : value;
  });
  return { kind: 'list', items: all, at };
}

/** What is spread comes first: entries that are spelled out are known. */
export function objectValue(code: CodeObject, lowering: Lowering): Expression {
  const at = placeIn(lowering, code);
  const entries = entriesOf(code.entries, lowering);
  const spread = code.entries.filter(it => it.isSpread).map(it => codeValue(it.value, lowering));
  const own: Expression = { kind: 'object', entries, at };
  return spread.length === 0 ? own : { kind: 'call', name: 'merge', args: [...spread, own], at };
}

export const entriesOf = (entries: readonly CodeArgument[], lowering: Lowering): readonly Entry[] =>
  entries.flatMap(({ name, value }) =>
    name === undefined
      ? []
      : [{ name, value: codeValue(value, lowering), at: placeIn(lowering, value) }],
  );
