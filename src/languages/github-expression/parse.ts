//! Tokens of a GitHub expression to its tree.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators

import { type Token, tokensOf } from '../script-text/tokens.ts';
import { TOKEN } from './tokens.ts';
import type { GithubExpression } from './tree.ts';

/** GitHub's own limit is 50. */
const DEPTH_MAX = 100;

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

type Parsed = GithubExpression | undefined;

/** The expression in text[start, end), without `${{` and `}}`; `undefined` when it is none. */
export function parseGithubExpression(text: string, start: number, end: number): Parsed {
  const tokens = tokensOf(TOKEN, text, start, end);
  if (!tokens) return undefined;
  const cursor: Cursor = { tokens, at: 0, depth: 0 };
  const parsed = either(cursor);
  return cursor.at === tokens.length ? parsed : undefined;
}

function take(cursor: Cursor, ...signs: readonly string[]): Token | undefined {
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
  cursor.at += 1;
  return token;
}

function either(cursor: Cursor): Parsed {
  if (cursor.depth >= DEPTH_MAX) return undefined;
  cursor.depth += 1;
  const parsed = operands(cursor, 'or', '||', both);
  cursor.depth -= 1;
  return parsed;
}

const both = (cursor: Cursor): Parsed => operands(cursor, 'and', '&&', equality);

function operands(
  cursor: Cursor,
  kind: 'and' | 'or',
  sign: string,
  operand: (cursor: Cursor) => Parsed,
): Parsed {
  const all: GithubExpression[] = [];
  do {
    const next = operand(cursor);
    if (!next) return undefined;
    all.push(next);
  } while (all.length <= DEPTH_MAX && take(cursor, sign));
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last || all.length === 1) return first;
  return { kind, operands: all, start: first.start, end: last.end };
}

const equality = (cursor: Cursor): Parsed => compared(cursor, ['==', '!='], order);
const order = (cursor: Cursor): Parsed => compared(cursor, ['<', '<=', '>', '>='], negation);

function compared(
  cursor: Cursor,
  signs: readonly string[],
  operand: (cursor: Cursor) => Parsed,
): Parsed {
  let left = operand(cursor);
  for (let count = 0; left; count += 1) {
    const sign = take(cursor, ...signs);
    if (!sign) return left;
    const right = operand(cursor);
    if (!right || count >= DEPTH_MAX) return undefined;
    const { start } = left;
    left = { kind: 'comparison', operator: sign.text, left, right, start, end: right.end };
  }
  return left;
}

function negation(cursor: Cursor): Parsed {
  const signs: Token[] = [];
  for (let sign = take(cursor, '!'); sign; sign = take(cursor, '!')) signs.push(sign);
  let parsed = withIndexes(primary(cursor), cursor);
  if (signs.length > DEPTH_MAX) return undefined;
  for (const sign of signs.reverse()) {
    parsed = parsed && { kind: 'not', of: parsed, start: sign.start, end: parsed.end };
  }
  return parsed;
}

function primary(cursor: Cursor): Parsed {
  if (take(cursor, '(')) {
    const inside = either(cursor);
    return take(cursor, ')') ? inside : undefined;
  }
  const token = cursor.tokens[cursor.at];
  if (!token || token.kind === 'sign') return undefined;
  cursor.at += 1;
  const { text, start, end } = token;
  switch (token.kind) {
    case 'string':
      return { kind: 'string', text: text.slice(1, -1).replaceAll("''", "'"), start, end };
    case 'number':
      return { kind: 'constant', text, isTruthy: Number(text) !== 0, start, end };
    case 'name':
      return named(token, cursor);
  }
}

function named(token: Token, cursor: Cursor): Parsed {
  const { text, start, end } = token;
  const name = text.toLowerCase();
  if (take(cursor, '(')) return call(name, start, cursor);
  if (name === 'true' || name === 'false' || name === 'null' || name === 'nan') {
    return { kind: 'constant', text: name, isTruthy: name === 'true', start, end };
  }
  return { kind: 'context', path: [name], start, end };
}

function call(name: string, start: number, cursor: Cursor): Parsed {
  const args: GithubExpression[] = [];
  let close = take(cursor, ')');
  while (!close) {
    const arg = either(cursor);
    if (!arg) return undefined;
    args.push(arg);
    close = take(cursor, ')');
    if (!close && !take(cursor, ',')) return undefined;
  }
  return { kind: 'call', name, args, start, end: close.end };
}

function withIndexes(of: Parsed, cursor: Cursor): Parsed {
  let parsed = of;
  let count = 0;
  while (parsed) {
    count += 1;
    if (count > DEPTH_MAX) return undefined;
    if (take(cursor, '.')) parsed = member(parsed, cursor);
    else if (take(cursor, '[')) parsed = indexed(parsed, cursor);
    else return parsed;
  }
  return undefined;
}

function member(of: GithubExpression, cursor: Cursor): Parsed {
  const token = cursor.tokens[cursor.at];
  if (!token || (token.kind !== 'name' && token.text !== '*')) return undefined;
  cursor.at += 1;
  if (token.kind === 'sign') return { kind: 'dynamic', start: of.start, end: token.end };
  return joined(of, token.text, token.end);
}

function indexed(of: GithubExpression, cursor: Cursor): Parsed {
  const star = take(cursor, '*');
  const index = star ? undefined : either(cursor);
  const close = take(cursor, ']');
  if (!close || (!star && !index)) return undefined;
  if (index?.kind === 'string' || index?.kind === 'constant') {
    return joined(of, index.text, close.end);
  }
  return { kind: 'dynamic', start: of.start, end: close.end };
}

function joined(of: GithubExpression, name: string, end: number): GithubExpression {
  const { start } = of;
  if (of.kind === 'context') return { kind: 'context', path: [...of.path, name], start, end };
  if (of.kind === 'dynamic') return { kind: 'dynamic', start, end };
  return { kind: 'member', of, name, start, end };
}
