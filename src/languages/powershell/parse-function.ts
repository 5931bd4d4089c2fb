//! `function Name(…) { … }`, and the parameters that a function or script takes.

import { isLetter } from './characters.ts';
import { readBlock } from './parse-keyword.ts';
import { readDollar } from './parse-operand.ts';
import { readStatement } from './parse-statement.ts';
import { readType } from './parse-type.ts';
import { deeper, peek, type Reader, readUntil, skipBlanks, skipSpace, take } from './reader.ts';
import type { PsFunction, PsParameter, PsParameters } from './tree.ts';

const FUNCTION_NAME = /[^\s(){}]+/y;

export function readFunction(reader: Reader, start: number): PsFunction | undefined {
  skipBlanks(reader);
  const name = take(reader, FUNCTION_NAME);
  if (name === '') return undefined;
  const parameters = skipSpace(reader) === '(' ? readParameters(reader) : [];
  const body = readBlock(reader);
  if (!body) return undefined;
  const plain = name.replace(/^(?:global|script|local|private):/i, '');
  return { kind: 'function', name: plain, parameters, body, start, end: reader.position };
}

export function readParameterBlock(reader: Reader, start: number): PsParameters | undefined {
  if (skipSpace(reader) !== '(') return undefined;
  return { kind: 'parameters', parameters: readParameters(reader), start, end: reader.position };
}

/** Stands on `(`. */
export function readParameters(reader: Reader): readonly PsParameter[] {
  const opened = reader.position;
  reader.position += 1;
  return deeper<readonly PsParameter[]>(reader, [], () => {
    const parameters: PsParameter[] = [];
    readUntil(reader, ')', opened, letter => {
      const found = letter === ',' ? undefined : readParameter(reader);
      if (found) parameters.push(found);
    });
    return parameters;
  });
}

function readParameter(reader: Reader): PsParameter | undefined {
  const start = reader.position;
  const types: string[] = [];
  while (skipSpace(reader) === '[') types.push(readType(reader).name);
  if (peek(reader) !== '$') return undefined;
  const { name } = nameOf(reader);
  const back = reader.position;
  const isGiven = skipSpace(reader) === '=';
  if (isGiven) {
    reader.position += 1;
    skipSpace(reader);
  } else reader.position = back;
  const fallback = isGiven ? readStatement(reader) : undefined;
  return {
    name,
    aliases: types.flatMap(aliasesIn),
    isSwitch: types.some(it => /^(?:switch|\S*SwitchParameter)$/i.test(it.trim())),
    ...(fallback ? { fallback } : {}),
    start,
    end: fallback?.end ?? back,
  };
}

function nameOf(reader: Reader): { readonly name: string } {
  const found = readDollar(reader);
  return { name: found.kind === 'variable' ? found.name : '' };
}

/** `Alias('x', "y")`. */
const aliasesIn = (type: string): readonly string[] =>
  /^\s*alias\s*\(/i.test(type)
    ? [...type.matchAll(/['"]([^'"]+)['"]/g)].flatMap(it => it[1] ?? []).filter(isPlain)
    : [];

const isPlain = (name: string): boolean => isLetter(name.charAt(0));
