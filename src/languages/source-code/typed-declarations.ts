//! Declarations of C# and Java: classes, methods, properties, fields and variables.

import { parseArguments } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
import { parseParameters } from './parse-function.ts';
import {
  closingOf,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  textAt,
} from './reader.ts';
import type { Code, CodeParameter, Statement } from './tree.ts';
import {
  assignedValue,
  skipAttributes,
  skipToEnd,
  statementsTo,
  typedBlock,
} from './typed-statements.ts';
import { isSymbolAt, typeEnd } from './typed-types.ts';

const MODIFIERS: ReadonlySet<string> = new Set(
  'public private protected internal static final abstract sealed virtual override readonly const async unsafe extern partial volatile transient synchronized native strictfp required file event implicit explicit ref scoped'.split(
    ' ',
  ),
);

const CLASSES: ReadonlySet<string> = new Set(
  'class struct interface enum record @interface'.split(' '),
);

/** `undefined` when it is something else; the cursor stays then. */
export function parseDeclaration(reader: Reader): readonly Statement[] | undefined {
  const from = reader.at;
  while (isModifier(reader)) {
    reader.at += 1;
    skipAttributes(reader);
  }
  const hasModifiers = reader.at > from;
  const declared = classAt(reader, from) ?? constructorAt(reader, from) ?? memberAt(reader, from);
  if (declared) return declared;
  if (!hasModifiers) reader.at = from;
  return undefined;
}

/** `new` in front of a member hides another; `default` in an interface of Java. */
function isModifier(reader: Reader): boolean {
  if (peek(reader)?.kind !== 'name') return false;
  const text = textAt(reader);
  if (!MODIFIERS.has(text))
    return /^(?:new|default)$/.test(text) && MODIFIERS.has(textAt(reader, 1));
  return peek(reader, 1)?.kind === 'name' || isSymbol(reader, '(', 1) || isSymbol(reader, '[', 1);
}

function classAt(reader: Reader, from: number): readonly Statement[] | undefined {
  const word = textAt(reader);
  const next = peek(reader, 1);
  if (peek(reader)?.kind !== 'name' || !CLASSES.has(word) || next?.kind !== 'name')
    return undefined;
  // `record` may be the name of a variable.
  const isType = /^(?:class|struct)$/.test(textAt(reader, 1)) && word === 'record';
  reader.at += isType ? 2 : 1;
  const name = takeName(reader) ?? '';
  const bases: Code[] = [];
  const parameters: CodeParameter[] = [];
  for (let token = peek(reader); token && !isSymbol(reader, '{'); token = peek(reader)) {
    if (isSymbol(reader, ';')) break;
    if (isSymbol(reader, '(')) parameters.push(...parseParameters(reader));
    else {
      if (token.kind === 'name' && !/^(?:extends|implements|permits|where)$/.test(token.text)) {
        bases.push({ kind: 'name', name: token.text, start: token.start, end: token.end });
      }
      reader.at += 1;
    }
  }
  const body = isSymbol(reader, '{') ? classBody(reader, word, name) : [];
  take(reader, ';');
  const stretch = stretchFrom(reader, from);
  return [{ kind: 'class', name, bases, body: [...primary(parameters), ...body], ...stretch }];
}

/** What a class takes in its head are fields. */
const primary = (parameters: readonly CodeParameter[]): readonly Statement[] =>
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
  const body = statementsTo(reader, close);
  reader.at = Math.min(close + 1, reader.tokens.length);
  return body.map(it => asConstructor(it, name));
}

const CONSTRUCTOR = 'constructor';

const asConstructor = (statement: Statement, name: string): Statement =>
  statement.kind === 'function' && statement.name === name
    ? { ...statement, name: CONSTRUCTOR }
    : statement;

/** `Name(…) : base(…) {…}`: a name that is no type of what follows. */
function constructorAt(reader: Reader, from: number): readonly Statement[] | undefined {
  if (peek(reader)?.kind !== 'name' || !isSymbol(reader, '(', 1)) return undefined;
  const close = closingOf(reader, reader.at + 1);
  if (!isConstructorEnd(reader, close + 1)) return undefined;
  const name = takeName(reader) ?? '';
  return [functionFrom(reader, name, from)];
}

const isConstructorEnd = (reader: Reader, at: number): boolean => {
  const token = reader.tokens[at];
  if (isSymbolAt(reader, at, '{')) return true;
  if (isSymbolAt(reader, at, ':')) {
    const next = reader.tokens[at + 1];
    return next?.kind === 'name' && /^(?:base|this)$/.test(next.text);
  }
  return token?.kind === 'name' && token.text === 'throws';
};

/** A type and a name: a method, a property, a field or a variable. */
function memberAt(reader: Reader, from: number): readonly Statement[] | undefined {
  const typeFrom = skippedGenerics(reader);
  const end = typeEnd(reader, typeFrom);
  const name = end === undefined ? undefined : reader.tokens[end];
  if (end === undefined || name?.kind !== 'name') return undefined;
  // `IFace.Method(…)`: the last of the names is the method's.
  let at = end;
  while (isSymbolAt(reader, at + 1, '.') && reader.tokens[at + 2]?.kind === 'name') at += 2;
  const last = reader.tokens[at];
  const next = reader.tokens[at + 1];
  const isDeclared = next?.kind === 'symbol' && /^(?:[(<={;,[:]|=>)$/.test(next.text);
  if (!isDeclared || last?.kind !== 'name') return undefined;
  const type = typeCode(reader, typeFrom, end);
  reader.at = at + 1;
  if (isSymbol(reader, '(') || isSymbol(reader, '<'))
    return [functionFrom(reader, last.text, from)];
  if (isSymbol(reader, '=>')) return [getterFrom(reader, last.text, from)];
  if (isSymbol(reader, '{')) return propertyFrom(reader, last.text, type, from);
  return variablesFrom(reader, at, type, from);
}

/** `public static <T> T of(…)` of Java. */
function skippedGenerics(reader: Reader): number {
  if (!isSymbol(reader, '<')) return reader.at;
  let open = 0;
  for (let at = reader.at; at < reader.tokens.length; at += 1) {
    if (isSymbolAt(reader, at, '<')) open += 1;
    if (isSymbolAt(reader, at, '>')) open -= 1;
    if (open === 0) return at + 1;
  }
  return reader.at;
}

/** The names of the type, without what is in its angles. */
function typeCode(reader: Reader, from: number, end: number): Code | undefined {
  let code: Code | undefined;
  for (let at = from; at < end; at += 1) {
    const token = reader.tokens[at];
    if (token?.kind !== 'name') break;
    const { text: name, start, end: stop } = token;
    code = code
      ? { kind: 'member', of: code, name, start: code.start, end: stop }
      : { kind: 'name', name, start, end: stop };
    if (!isSymbolAt(reader, at + 1, '.')) break;
    at += 1;
  }
  return code?.kind === 'name' && code.name === 'var' ? undefined : code;
}

function functionFrom(reader: Reader, name: string, from: number): Statement {
  while (peek(reader) && !isSymbol(reader, '(')) reader.at += 1;
  const parameters = parseParameters(reader);
  const before: Statement[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if (/^(?:[{;}]|=>)$/.test(textAt(reader)) && token.kind === 'symbol') break;
    // What the constructor of the base is given.
    if (isSymbol(reader, '(')) {
      const parts = parseArguments(reader).map(it => it.value);
      const value: Code = { kind: 'other', parts, ...stretchFrom(reader, from) };
      before.push({ kind: 'expression', value, ...stretchFrom(reader, from) });
    } else reader.at += 1;
  }
  const body = [...before, ...bodyAt(reader)];
  return { kind: 'function', name, parameters, body, ...stretchFrom(reader, from) };
}

function bodyAt(reader: Reader): readonly Statement[] {
  if (isSymbol(reader, '{')) return typedBlock(reader);
  if (!take(reader, '=>')) {
    take(reader, ';');
    return [];
  }
  const value = parseExpression(reader);
  skipToEnd(reader);
  return [{ kind: 'stop', word: 'return', value, start: value.start, end: value.end }];
}

const getterFrom = (reader: Reader, name: string, from: number): Statement => {
  const body = bodyAt(reader);
  return { kind: 'function', name, parameters: [], body, ...stretchFrom(reader, from) };
};

/** `Type Name { get; set; } = value;` */
function propertyFrom(
  reader: Reader,
  name: string,
  type: Code | undefined,
  from: number,
): readonly Statement[] {
  const close = closingOf(reader);
  reader.at += 1;
  const body: Statement[] = [];
  while (reader.at < close) {
    const before = reader.at;
    skipAttributes(reader);
    while (isModifier(reader)) reader.at += 1;
    if (isWord(reader, 'get') || isWord(reader, 'set') || isWord(reader, 'init')) reader.at += 1;
    body.push(...bodyAt(reader));
    if (reader.at === before) reader.at += 1;
  }
  reader.at = Math.min(close + 1, reader.tokens.length);
  const stretch = stretchFrom(reader, from);
  const getter: Statement = { kind: 'function', name, parameters: [], body, ...stretch };
  if (!take(reader, '=')) return body.length > 0 ? [getter] : [declared(name, type, stretch)];
  const value = assignedValue(reader);
  skipToEnd(reader);
  return [{ ...declared(name, type, stretch), value }];
}

const declared = (
  name: string,
  type: Code | undefined,
  { start, end }: { readonly start: number; readonly end: number },
): Statement & { readonly kind: 'assignment' } => ({
  kind: 'assignment',
  targets: [{ kind: 'name', name, start, end: start }],
  operator: '=',
  value: { kind: 'other', parts: [], start, end: start },
  ...(type ? { type } : {}),
  start,
  end,
});

/** `a = 1, b = 2;` after their type. */
function variablesFrom(
  reader: Reader,
  first: number,
  type: Code | undefined,
  from: number,
): readonly Statement[] {
  const statements: Statement[] = [];
  reader.at = first;
  for (;;) {
    const token = peek(reader);
    if (token?.kind !== 'name') break;
    reader.at += 1;
    while (isSymbol(reader, '[')) reader.at = Math.min(closingOf(reader) + 1, reader.tokens.length);
    const target: Code = { kind: 'name', name: token.text, start: token.start, end: token.end };
    if (take(reader, '=')) {
      const value = typedNew(assignedValue(reader), type);
      const stretch = stretchFrom(reader, from);
      const given = type ? { type } : {};
      statements.push({
        kind: 'assignment',
        targets: [target],
        operator: '=',
        value,
        ...given,
        ...stretch,
      });
    } else
      statements.push({
        ...declared(token.text, type, stretchFrom(reader, from)),
        targets: [target],
      });
    if (!take(reader, ',')) break;
  }
  skipToEnd(reader);
  return statements;
}

/** `Client c = new(…)`: the class is the variable's. */
function typedNew(value: Code, type: Code | undefined): Code {
  if (!type || value.kind !== 'call' || !value.isNew) return value;
  return value.callee.kind === 'other' ? { ...value, callee: type } : value;
}
