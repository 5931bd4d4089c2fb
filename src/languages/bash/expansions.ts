//! `$x`, `${x:-y}`, `${a[@]}`, `$(…)`, `$((…))` to expressions.

import type {
  ArithmeticExpansionPart,
  CommandExpansionPart,
  ParameterExpansionPart,
  ProcessSubstitutionPart,
  SimpleExpansionPart,
} from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { holeAt, spanAt } from '../script-text/source.ts';
import type { Context } from './context.ts';
import type { Manner } from './fragments.ts';
import { changed } from './operators.ts';
import { scriptFolder } from './script-folder.ts';
import { outputOf } from './substitutions.ts';

export type ExpansionPart =
  | SimpleExpansionPart
  | ParameterExpansionPart
  | CommandExpansionPart
  | ArithmeticExpansionPart
  | ProcessSubstitutionPart;

export interface Expansion {
  readonly of: Expression;
  /** `$@`, `${a[@]}`: a list, whose elements become words. */
  readonly isList: boolean;
  /** White space in it ends the word when it is not quoted. */
  readonly splits: boolean;
}

const TEXT_MAX = 60;

/** Substitutions and operands inside each other; deeper is a generator's or an attacker's doing. */
export const NESTED_MAX = 32;

/** Set by the shell itself, or different each time. */
const UNKNOWABLE: ReadonlySet<string> = new Set([
  ...'?$!-_0',
  'BASH_SOURCE',
  'BASH_REMATCH',
  'RANDOM',
  'SECONDS',
  'LINENO',
  'EPOCHSECONDS',
  'BASHPID',
  'PPID',
  'UID',
  'EUID',
  'PIPESTATUS',
  'FUNCNAME',
]);

export function expansionOf(part: ExpansionPart, manner: Manner, context: Context): Expansion {
  const at = spanAt(context.source, part);
  const source = context.source.region.text.slice(part.pos, part.end);
  // The host's text is a part of the name or of the operator: what it would be cannot be said.
  if (part.type === 'SimpleExpansion' && holeAt(context.source.region, part.pos, part.end)) {
    return one(notEvaluated(source, at));
  }
  switch (part.type) {
    case 'SimpleExpansion':
      return parameter(part.text.slice(1), source, manner, at);
    case 'ParameterExpansion':
      return parameterExpansion(part, source, manner, context);
    case 'CommandExpansion':
      return one(outputOf(part, context));
    case 'ProcessSubstitution':
      return { ...one(outputOf(part, context)), splits: false };
    case 'ArithmeticExpansion':
      return { ...one(notEvaluated(source, at)), splits: false };
  }
}

export const notEvaluated = (source: string, at: Span): Expression =>
  unknownExpression({ kind: 'not-evaluated', text: source.slice(0, TEXT_MAX) }, at);

export const one = (of: Expression): Expansion => ({ of, isList: false, splits: true });
export const many = (of: Expression): Expansion => ({ of, isList: true, splits: true });

/** `$x`, `$1`, `$@` by its name. */
function parameter(name: string, source: string, manner: Manner, at: Span): Expansion {
  if (name === '@' || name === '*') {
    return list(allArguments(at), name, manner);
  }
  if (name === '#') return { ...one(countOf(at)), splits: false };
  if (UNKNOWABLE.has(name)) return one(notEvaluated(source, at));
  const space = /^[0-9]+$/.test(name) ? 'argument' : 'variable';
  return one({ kind: 'reference', space, name, at });
}

/** All positional parameters: `$@`. */
export const allArguments = (at: Span): Expression => ({
  kind: 'reference',
  space: 'argument',
  name: '@',
  at,
});

/** `$#` */
export const countOf = (at: Span): Expression => ({
  kind: 'call',
  name: 'count',
  args: [allArguments(at)],
  at,
});

/** `"$*"` is one word, whatever it holds; unquoted it is the same as `$@`. */
function list(of: Expression, sign: string, manner: Manner): Expansion {
  if (sign === '*' && manner.fields === 'elements') {
    return one(spaced(of));
  }
  return many(of);
}

/** `"$*"`, `x=$@`: the elements with spaces between them. */
export function spaced(of: Expression): Expression {
  const { at } = of;
  return of.kind === 'unknown'
    ? of
    : { kind: 'call', name: 'join', args: [literal(' ', at), of], at };
}

function parameterExpansion(
  part: ParameterExpansionPart,
  source: string,
  manner: Manner,
  context: Context,
): Expansion {
  const at = spanAt(context.source, part);
  const hole = holeAt(context.source.region, part.pos, part.parameterEnd);
  if (hole || context.depth >= NESTED_MAX) return one(notEvaluated(source, at));
  if (part.prefix === '#') return { ...one(notEvaluated(source, at)), splits: false };
  if (part.prefix === '!') {
    const isList = part.index !== undefined || part.operation?.type === 'Names';
    return { ...one(notEvaluated(source, at)), isList };
  }
  const folder = scriptFolder(source, at);
  if (folder) return one(folder);
  const base = indexed(part, source, manner, context, at);
  const inside = { ...context, depth: context.depth + 1 };
  return part.operation ? changed(base, part, part.operation, manner, inside) : base;
}

/** `${a[0]}` and `${m[key]}` are members; an index that is worked out is not followed. */
function indexed(
  part: ParameterExpansionPart,
  source: string,
  manner: Manner,
  context: Context,
  at: Span,
): Expansion {
  const { parameter: name, index } = part;
  if (!index) return parameter(name, source, manner, at);
  const of: Expression = { kind: 'reference', space: 'variable', name, at };
  if (UNKNOWABLE.has(name)) return one(notEvaluated(source, at));
  if (index.value === '@' || index.value === '*') return list(of, index.value, manner);
  const key = literalKey(index.text);
  const isMember = key !== undefined && (context.notes.maps.has(name) || /^[0-9]+$/.test(key));
  return one(isMember ? { kind: 'member', of, name: key, at } : notEvaluated(source, at));
}

/** `key`, `"key"`; `undefined` when something in it is expanded. */
export function literalKey(text: string): string | undefined {
  const match = /^(?:"([^"$`\\]*)"|'([^']*)'|([^"'$`\\]+))$/.exec(text);
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
}
