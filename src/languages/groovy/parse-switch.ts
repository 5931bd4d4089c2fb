//! `switch`: its arms, without the `break` that ends each.

import { parseCondition } from './parse-condition.ts';
import { parseExpression } from './parse-expression.ts';
import { parseStatement } from './parse-statement.ts';
import {
  isSign,
  isWord,
  peek,
  type Reader,
  skipLineEnds,
  spanFrom,
  take,
  takeSign,
  withBrackets,
} from './reader.ts';
import type { GroovyStatement } from './tree.ts';

export function parseSwitch(reader: Reader, start: number): GroovyStatement {
  take(reader);
  const subject = parseCondition(reader);
  skipLineEnds(reader);
  const arms: (readonly GroovyStatement[])[] = [];
  let hasDefault = false;
  if (takeSign(reader, '{')) {
    withBrackets(reader, false, () => {
      for (;;) {
        skipLineEnds(reader);
        const next = peek(reader);
        if (next.kind === 'end' || takeSign(reader, '}')) return;
        const isCase = isWord(next, 'case');
        if (!isCase && !isWord(next, 'default')) {
          take(reader);
          continue;
        }
        take(reader);
        if (isCase) parseExpression(reader);
        else hasDefault = true;
        takeSign(reader, ':');
        arms.push(armBody(reader));
      }
    });
  }
  return { kind: 'switch', subject, arms, hasDefault, at: spanFrom(reader, start) };
}

/** Its `break` ends the arm and nothing else, so it is left out. */
function armBody(reader: Reader): readonly GroovyStatement[] {
  const body: GroovyStatement[] = [];
  for (;;) {
    skipLineEnds(reader);
    if (takeSign(reader, ';')) continue;
    const next = peek(reader);
    if (next.kind === 'end' || isSign(next, '}')) return body;
    if (isWord(next, 'case') || isWord(next, 'default')) return body;
    const before = reader.index;
    const statement = parseStatement(reader);
    if (statement && !(statement.kind === 'stop' && statement.word === 'break')) {
      body.push(statement);
    }
    if (reader.index === before) take(reader);
  }
}
