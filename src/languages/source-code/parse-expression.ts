//! Expressions: operands with operators between them, folded by how strongly they bind.

import { parseOperand } from './parse-operand.ts';
import {
  DEPTH_MAX,
  isAtLineEnd,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeWord,
  textAt,
} from './reader.ts';
import type { Code, CodeOperation } from './tree.ts';

/** Passes at least one token unless there is none; never throws. */
export function parseExpression(reader: Reader): Code {
  const from = reader.at;
  if (reader.depth >= DEPTH_MAX) return passed(reader);
  reader.depth += 1;
  const value = choiceFrom(reader, from);
  reader.depth -= 1;
  return value;
}

/** What is nested too deep: over to the end of the bracket that stands around. */
function passed(reader: Reader): Code {
  const from = reader.at;
  let open = 0;
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.kind === 'symbol' && /^[([{]$/.test(token.text)) open += 1;
    if (token.kind === 'symbol' && /^[)\]}]$/.test(token.text)) {
      if (open === 0) break;
      open -= 1;
    }
    reader.at += 1;
  }
  return { kind: 'other', parts: [], ...stretchFrom(reader, from) };
}

function choiceFrom(reader: Reader, from: number): Code {
  const first = operationFrom(reader);
  const { choice } = reader.grammar;
  if (choice === 'question-mark' && isSymbol(reader, '?') && !isAtLineEnd(reader)) {
    reader.at += 1;
    const yes = parseExpression(reader);
    if (!take(reader, ':'))
      return { kind: 'other', parts: [first, yes], ...stretchFrom(reader, from) };
    const options = [yes, parseExpression(reader)];
    return { kind: 'choice', condition: first, options, ...stretchFrom(reader, from) };
  }
  if (choice === 'if-else' && isWord(reader, 'if') && !isAtLineEnd(reader)) {
    reader.at += 1;
    const condition = operationFrom(reader);
    if (!takeWord(reader, 'else')) {
      return { kind: 'other', parts: [first, condition], ...stretchFrom(reader, from) };
    }
    const options = [first, parseExpression(reader)];
    return { kind: 'choice', condition, options, ...stretchFrom(reader, from) };
  }
  return first;
}

interface Chain {
  readonly operands: Code[];
  readonly operators: string[];
}

function operationFrom(reader: Reader): Code {
  const chain: Chain = { operands: [parseOperand(reader)], operators: [] };
  for (let operator = operatorAt(reader); operator !== undefined; operator = operatorAt(reader)) {
    chain.operators.push(operator);
    // `is not`, `not in`.
    if (/^(?:is|not|not in)$/.test(operator)) takeWord(reader, 'not');
    chain.operands.push(parseOperand(reader));
  }
  return folded(chain, 0);
}

/** Passed; `undefined` when the expression ends here. */
function operatorAt(reader: Reader): string | undefined {
  const token = peek(reader);
  if (!token || isAtLineEnd(reader)) return undefined;
  if (token.kind === 'string') return ''; // Python puts strings that follow each other together.
  const text = textAt(reader);
  const isOperator =
    token.kind === 'symbol' ? SYMBOLS.has(text) : reader.grammar.wordOperators.has(text);
  if (!isOperator) return undefined;
  reader.at += 1;
  if (text === 'not') takeWord(reader, 'in');
  return SAME.get(text) ?? text;
}

const SYMBOLS: ReadonlySet<string> = new Set(
  '+ - * / % ** == === != !== < > <= >= && || ?? & | ^ <- ~ @ =~'.split(' '),
);

const SAME: ReadonlyMap<string, string> = new Map([
  ['&&', 'and'],
  ['||', 'or'],
  ['??', 'or'],
  ['===', '=='],
  ['!==', '!='],
]);

/** From the weakest to the strongest. */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(['for']),
  new Set(['or']),
  new Set(['and']),
  new Set('== != < > <= >= in is not instanceof as satisfies =~ & | ^ <- ~'.split(' ')),
  new Set(['+', '-']),
  new Set(['*', '/', '%', '@']),
  new Set(['**']),
];

function folded({ operands, operators }: Chain, level: number): Code {
  const [first] = operands;
  const last = operands.at(-1);
  if (!first || !last || operators.length === 0) return first ?? NOTHING;
  const here = LEVELS[level];
  const { start } = first;
  const { end } = last;
  if (!here) return { kind: 'operation', operator: joint(operators), operands, start, end };
  const groups: Chain[] = [{ operands: [first], operators: [] }];
  const between: string[] = [];
  for (const [index, operator] of operators.entries()) {
    const operand = operands[index + 1] ?? NOTHING;
    const group = groups.at(-1);
    if (here.has(operator)) {
      between.push(operator);
      groups.push({ operands: [operand], operators: [] });
    } else {
      group?.operators.push(operator);
      group?.operands.push(operand);
    }
  }
  const parts = groups.map(it => folded(it, level + 1));
  if (between.length === 0) return parts[0] ?? NOTHING;
  // `x as T` is `x`.
  if (between[0] === 'as' || between[0] === 'satisfies') return parts[0] ?? NOTHING;
  return { kind: 'operation', operator: joint(between), operands: parts, start, end };
}

/** The one operator between all operands. Strings that follow each other are a sum. */
function joint(operators: readonly string[]): CodeOperation['operator'] {
  const [first, ...others] = operators;
  if (first === undefined || others.some(it => it !== first)) return '';
  return first === '' ? '+' : first;
}

const NOTHING: Code = { kind: 'other', parts: [], start: 0, end: 0 };
