//! `switch`: arms behind labels.

import { parseExpression } from './parse-expression.ts';
import { headOf } from './parse-simple.ts';
import { type Declarations, parseStatements } from './parse-statements.ts';
import { closingOf, isSymbol, isWord, type Reader, stretchFrom, take, within } from './reader.ts';
import type { CodeArm, Statement } from './tree.ts';

export function parseSwitch(reader: Reader, declarations: Declarations, from: number): Statement {
  reader.at += 1;
  headOf(reader, () => parseExpression(reader));
  const close = closingOf(reader);
  const arms: CodeArm[] = [];
  let isExhaustive = false;
  if (take(reader, '{')) {
    while (reader.at < close) {
      if (isWord(reader, 'default')) isExhaustive = true;
      passLabel(reader, close);
      const end = nextLabel(reader, close);
      const body = within(reader, false, () => parseStatements(reader, end, declarations));
      reader.at = Math.max(reader.at, end);
      arms.push({ body });
    }
    reader.at = Math.min(close + 1, reader.tokens.length);
  }
  return { kind: 'branch', arms, isExhaustive, ...stretchFrom(reader, from) };
}

/** Over `case x:` and those that follow it at once. */
function passLabel(reader: Reader, close: number): void {
  while (reader.at < close && !isSymbol(reader, ':') && !isSymbol(reader, '->')) reader.at += 1;
  reader.at += 1;
}

function nextLabel(reader: Reader, close: number): number {
  for (let at = reader.at; at < close; at += 1) {
    const token = reader.tokens[at];
    if (token?.kind === 'name' && /^(?:case|default)$/.test(token.text)) {
      // `x = default;`, `default(T)`
      const next = reader.tokens[at + 1];
      if (token.text === 'case' || next?.kind !== 'symbol' || /^(?::|->)$/.test(next.text))
        return at;
    }
    const mate = reader.mates[at] ?? -1;
    if (mate > at) at = mate;
  }
  return close;
}
