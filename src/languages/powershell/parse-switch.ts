//! `switch ($x) { 'a' { … } default { … } }`.

import { isDash, NAME_AT } from './characters.ts';
import type { Operand } from './operand-tree.ts';
import { readArgumentOperand } from './parse-command.ts';
import { readBlock, readParenthesis } from './parse-keyword.ts';
import { readOperand } from './parse-operand.ts';
import { peek, type Reader, readUntil, skipBlanks, skipSpace, take } from './reader.ts';
import type { PsSwitch, Statement } from './tree.ts';

export function readSwitch(reader: Reader, start: number): PsSwitch | undefined {
  let subject: readonly Statement[] | undefined;
  while (isDash(skipBlanks(reader))) {
    reader.position += 1;
    const option = take(reader, NAME_AT).toLowerCase();
    if (option !== 'file') continue;
    skipBlanks(reader);
    readArgumentOperand(reader);
    subject = [];
  }
  subject ??= readParenthesis(reader);
  if (!subject || skipSpace(reader) !== '{') return undefined;
  reader.position += 1;
  const cases = readCases(reader, start);
  return { kind: 'switch', subject, cases, start, end: reader.position };
}

function readCases(reader: Reader, opened: number): PsSwitch['cases'] {
  const cases: PsSwitch['cases'][number][] = [];
  readUntil(reader, '}', opened, letter => {
    const pattern = letter === ';' ? undefined : readPattern(reader);
    const body = pattern && readBlock(reader);
    if (body) cases.push({ pattern: isDefault(reader, pattern) ? undefined : pattern, body });
  });
  return cases;
}

const readPattern = (reader: Reader): Operand | undefined =>
  '({$'.includes(peek(reader) || 'x') ? readOperand(reader) : readArgumentOperand(reader);

const isDefault = (reader: Reader, { start, end }: Operand): boolean =>
  reader.text.slice(start, end).toLowerCase() === 'default';
