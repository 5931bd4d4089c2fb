//! `class Name { … }`: of its members only methods do anything, and only when they are called.

import { NAME_AT } from './characters.ts';
import { readParameters } from './parse-function.ts';
import { readBlock } from './parse-keyword.ts';
import { readOperand } from './parse-operand.ts';
import { deeper, type Reader, readUntil, skipBlanks, skipSpace, take } from './reader.ts';
import type { PsFunction, PsNested } from './tree.ts';

export function readClass(reader: Reader, start: number): PsNested | undefined {
  skipBlanks(reader);
  const name = take(reader, NAME_AT);
  take(reader, /[^{\r\n]*/y);
  if (name === '' || skipSpace(reader) !== '{') return undefined;
  reader.position += 1;
  const body = deeper<readonly PsFunction[]>(reader, [], () => readMethods(reader, name));
  return { kind: 'nested', isCertain: true, body, start, end: reader.position };
}

function readMethods(reader: Reader, className: string): readonly PsFunction[] {
  const opened = reader.position - 1;
  const methods: PsFunction[] = [];
  let name = '';
  readUntil(reader, '}', opened, letter => {
    const start = reader.position;
    if (letter === '(') {
      const parameters = readParameters(reader);
      const body = readBlock(reader) ?? [];
      const full = `${className}.${name}`;
      methods.push({ kind: 'function', name: full, parameters, body, start, end: reader.position });
      return;
    }
    const word = take(reader, NAME_AT);
    if (word !== '') name = word;
    else if (!readOperand(reader)) reader.position += 1;
  });
  return methods;
}
