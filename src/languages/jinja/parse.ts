//! Tokens of a Jinja expression to an expression of the domain.
//! Source: https://jinja.palletsprojects.com/en/stable/templates/#expressions

import type { Expression } from '../../domain/expression.ts';
import type { Token } from '../script-text/tokens.ts';
import {
  type Cursor,
  DEPTH_MAX,
  listUntil,
  type Parsed,
  peek,
  spanSince,
  take,
  unknownSince,
} from './cursor.ts';
import { filtered } from './filters.ts';
import { operand } from './operand.ts';

/** `a if c else b`: one of them; without `else` perhaps nothing. */
export function expression(cursor: Cursor): Parsed {
  if (cursor.depth >= DEPTH_MAX) return undefined;
  cursor.depth += 1;
  const from = cursor.at;
  const first = either(cursor);
  const parsed = first && take(cursor, 'if') ? ternary(cursor, from, first) : first;
  cursor.depth -= 1;
  return parsed;
}

function ternary(cursor: Cursor, from: number, first: Expression): Parsed {
  if (!either(cursor)) return undefined;
  if (!take(cursor, 'else')) return unknownSince(cursor, from);
  const second = expression(cursor);
  return second && { kind: 'choice', options: [first, second], at: spanSince(cursor, from) };
}

/** `a or b` gives one of them; what `and`, `not` and comparisons give is true or false. */
function either(cursor: Cursor): Parsed {
  const from = cursor.at;
  const options: Expression[] = [];
  do {
    const next = both(cursor);
    if (!next) return undefined;
    options.push(next);
  } while (options.length <= DEPTH_MAX && take(cursor, 'or'));
  const [only, ...others] = options;
  return others.length === 0 ? only : { kind: 'choice', options, at: spanSince(cursor, from) };
}

function both(cursor: Cursor): Parsed {
  const from = cursor.at;
  let parsed: Parsed;
  let parts = 0;
  do {
    const isNegated = take(cursor, 'not') !== undefined;
    parsed = comparison(cursor);
    if (parsed && isNegated) parsed = unknownSince(cursor, from);
    parts += 1;
  } while (parsed && take(cursor, 'and'));
  return parsed && parts > 1 ? unknownSince(cursor, from) : parsed;
}

const COMPARISONS = ['==', '!=', '<', '>', '<=', '>=', 'in', 'is', 'not'];

function comparison(cursor: Cursor): Parsed {
  const from = cursor.at;
  let parsed = joined(cursor);
  while (parsed && take(cursor, ...COMPARISONS)) {
    take(cursor, 'in', 'not');
    parsed = joined(cursor) && unknownSince(cursor, from);
  }
  return parsed;
}

/** `+` is for texts as well as for numbers; of numbers nobody asks. */
export function joined(cursor: Cursor): Parsed {
  const from = cursor.at;
  const parts: Expression[] = [];
  let isText = true;
  for (;;) {
    const next = withFilters(cursor);
    if (!next) return undefined;
    parts.push(next);
    const sign = take(cursor, '~', '+', '-', '*', '/', '//', '%', '**');
    if (!sign) break;
    isText &&= sign.text === '~' || sign.text === '+';
  }
  const [only, ...others] = parts;
  if (others.length === 0) return only;
  return isText ? { kind: 'join', parts, at: spanSince(cursor, from) } : unknownSince(cursor, from);
}

function withFilters(cursor: Cursor): Parsed {
  const from = cursor.at;
  let parsed = operand(cursor, expression);
  while (parsed && take(cursor, '|')) {
    const name = filterName(cursor);
    const args = name && filterArguments(cursor);
    if (!args) return undefined;
    parsed = filtered(parsed, name.text, args, cursor, from);
  }
  return parsed;
}

/** The last part of `ansible.builtin.bool`. */
function filterName(cursor: Cursor): Token | undefined {
  let name: Token | undefined;
  do {
    name = peek(cursor);
    if (name?.kind !== 'name') return undefined;
    cursor.at += 1;
  } while (take(cursor, '.'));
  return name;
}

const filterArguments = (cursor: Cursor): readonly Expression[] | undefined =>
  take(cursor, '(') ? listUntil(cursor, ')', expression) : [];
