//! Declarations of C# and Java: classes with their constructors, and what `typed-members.ts` reads.

import { parseStatements } from './parse-statements.ts';
import {
  closingOf,
  isSymbol,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  textAt,
} from './reader.ts';
import type { Code, CodeParameter, Statement } from './tree.ts';
import { functionFrom, memberAt } from './typed-members.ts';
import { passModifiers, typedParameters } from './typed-parameters.ts';
import { typedBlock, typedDeclarations } from './typed-statements.ts';
import { isSymbolAt, isTypeWord } from './typed-types.ts';

/** `undefined` when it is something else; the cursor stays then, but for modifiers. */
export function parseDeclaration(reader: Reader): readonly Statement[] | undefined {
  const from = reader.at;
  passModifiers(reader);
  return classAt(reader, from) ?? constructorAt(reader, from) ?? memberAt(reader, from);
}

const CLASSES: ReadonlySet<string> = new Set(
  'class struct interface enum record @interface'.split(' '),
);

/** What a list of bases may have between the names. */
const BETWEEN: ReadonlySet<string> = new Set('extends implements permits where new'.split(' '));

function classAt(reader: Reader, from: number): readonly Statement[] | undefined {
  const word = textAt(reader);
  if (peek(reader)?.kind !== 'name' || !CLASSES.has(word)) return undefined;
  // `record struct A`; but `record` may be the name of a variable.
  const words = word === 'record' && /^(?:class|struct)$/.test(textAt(reader, 1)) ? 2 : 1;
  if (peek(reader, words)?.kind !== 'name') return undefined;
  reader.at += words;
  const name = takeName(reader) ?? '';
  const bases: Code[] = [];
  const parameters: CodeParameter[] = [];
  for (let token = peek(reader); token && !isSymbol(reader, '{'); token = peek(reader)) {
    if (isSymbol(reader, ';')) break;
    if (isSymbol(reader, '(')) parameters.push(...typedParameters(reader));
    else {
      const { start, end } = token;
      if (token.kind === 'name' && !BETWEEN.has(token.text))
        bases.push({ kind: 'name', name: token.text, start, end });
      reader.at += 1;
    }
  }
  const body = isSymbol(reader, '{') ? classBody(reader, word, name) : [];
  take(reader, ';');
  const stretch = stretchFrom(reader, from);
  return [{ kind: 'class', name, bases, body: [...fieldsOf(parameters), ...body], ...stretch }];
}

/** What a class takes in its head are fields. */
const fieldsOf = (parameters: readonly CodeParameter[]): readonly Statement[] =>
  parameters.map(({ name, type, start, end }) => ({
    kind: 'assignment',
    targets: [{ kind: 'name', name, start, end }],
    operator: '=',
    value: { kind: 'other', parts: [], start, end },
    ...(type ? { type } : {}),
    start,
    end,
  }));

function classBody(reader: Reader, word: string, name: string): readonly Statement[] {
  if (word !== 'enum') return typedBlock(reader).map(it => asConstructor(it, name));
  // The constants come first; what follows the semicolon is as in a class.
  const close = closingOf(reader);
  reader.at += 1;
  while (reader.at < close && !isSymbol(reader, ';')) {
    const isOpening = peek(reader)?.kind === 'symbol' && /^[([{]$/.test(textAt(reader));
    reader.at = isOpening ? closingOf(reader) + 1 : reader.at + 1;
  }
  const body = parseStatements(reader, close, typedDeclarations);
  reader.at = Math.min(close + 1, reader.tokens.length);
  return body.map(it => asConstructor(it, name));
}

const CONSTRUCTOR = 'constructor';

const asConstructor = (statement: Statement, name: string): Statement =>
  statement.kind === 'function' && statement.name === name
    ? { ...statement, name: CONSTRUCTOR }
    : statement;

/** `Name(…) : base(…) {…}`: no type stands before it. */
function constructorAt(reader: Reader, from: number): readonly Statement[] | undefined {
  const token = peek(reader);
  if (token?.kind !== 'name' || !isTypeWord(token.text) || !isSymbol(reader, '(', 1))
    return undefined;
  const close = closingOf(reader, reader.at + 1);
  if (!isConstructorEnd(reader, close + 1)) return undefined;
  const name = takeName(reader) ?? '';
  return [functionFrom(reader, name, from)];
}

function isConstructorEnd(reader: Reader, at: number): boolean {
  if (isSymbolAt(reader, at, '{')) return true;
  const token = reader.tokens[at];
  if (token?.kind === 'name') return token.text === 'throws';
  const next = reader.tokens[at + 1];
  return isSymbolAt(reader, at, ':') && next?.kind === 'name' && /^(?:base|this)$/.test(next.text);
}
