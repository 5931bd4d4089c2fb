//! What stands for something else in a batch text: `%x%`, `!x!`, `%1`, `%~dp0`, `%%i`.
//! Source: https://learn.microsoft.com/windows-server/administration/windows-commands/call#parameters

import type { Expression } from '../../domain/expression.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { type Context, placeOf, variable } from './context.ts';

export interface Expansion {
  readonly end: number;
  readonly expression: Expression;
}

/** In order: arguments and the file itself, variables of loops, variables. */
const ARGUMENT = /%(?:~([fdpnxsatz]*))?([0-9*])/y;
const LOOP = /%%(?:~([fdpnxsatz]*))?([A-Za-z#?])/y;
const NAMED = /%([^%\s:=&|<>^"()!][^%:\n"&|<>]*?)(:[^%\n]*)?%/y;
const DELAYED = /!([^!\s:=&|<>^"()%][^!:\n"&|<>]*?)(:[^!\n]*)?!/y;

/** `undefined` when the letter at `position` stands for itself. */
export function expansionAt(position: number, context: Context): Expansion | undefined {
  const { text } = context.source;
  const letter = text.charAt(position);
  if (letter === '%') {
    return (
      matched(ARGUMENT, argumentOf, position, context) ??
      matched(LOOP, loopVariable, position, context) ??
      matched(NAMED, named, position, context)
    );
  }
  return letter === '!' && context.isDelayed
    ? matched(DELAYED, named, position, context)
    : undefined;
}

type Reading = (match: RegExpExecArray, at: Span, context: Context) => Expression;

function matched(
  pattern: RegExp,
  read: Reading,
  position: number,
  context: Context,
): Expansion | undefined {
  pattern.lastIndex = position;
  const match = pattern.exec(context.source.text);
  if (!match) return undefined;
  const end = position + match[0].length;
  return { end, expression: read(match, placeOf(context, { start: position, end }), context) };
}

/** `%~dp0` is the folder of the file, with a separator at its end. */
function argumentOf([whole, modifiers = '', name = '']: RegExpExecArray, at: Span): Expression {
  if (name === '0') {
    if (!/d?p/.test(modifiers) || /[nx]/.test(modifiers)) return notEvaluated(whole, at);
    const folder: Expression = { kind: 'call', name: 'module-folder', args: [], at };
    return { kind: 'join', parts: [folder, literal('/', at)], at };
  }
  const reference = { kind: 'reference', space: 'argument', at } as const;
  if (name === '*') {
    return { kind: 'elements', of: { ...reference, name: '@' }, at };
  }
  return modifiers === '' ? { ...reference, name } : notEvaluated(whole, at);
}

const loopVariable: Reading = ([whole, modifiers = '', name = ''], at) =>
  modifiers === ''
    ? { kind: 'reference', space: 'variable', name: loopName(name), at }
    : notEvaluated(whole, at);

/** No variable of the environment is called like it. */
export const loopName = (letter: string): string => `%${letter}`;

/** Those that cmd itself works out. */
const COMPUTED = /^(?:errorlevel|random|date|time|cmdcmdline|cmdextversion)$/i;

const named: Reading = ([whole, name = '', change], at, context) => {
  if (COMPUTED.test(name)) return notEvaluated(whole, at);
  if (/^cd$/i.test(name)) return { kind: 'reference', space: 'variable', name: 'PWD', at };
  const reference = variable(name, context, at);
  if (change === undefined) return reference;
  return change === ':"=' ? reference : notEvaluated(whole, at);
};

const notEvaluated = (text: string, at: Span): Expression =>
  unknownExpression({ kind: 'not-evaluated', text: text.slice(0, 60) }, at);
