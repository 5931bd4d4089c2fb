//! Declarations of JavaScript and TypeScript: variables, functions, classes; what only types say is passed over.

import { parseExpression } from '../source-code/parse-expression.ts';
import { parseParameters, passToBrace, passType } from '../source-code/parse-function.ts';
import { parseBlock } from '../source-code/parse-statements.ts';
import {
  closingOf,
  isAtLineEnd,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  takeWord,
  textAt,
} from '../source-code/reader.ts';
import type { Code, Statement } from '../source-code/tree.ts';
import { parseClass } from './parse-class.ts';
import { parseExport, parseImport } from './parse-import.ts';

export function declarationsAt(reader: Reader): readonly Statement[] | undefined {
  if (peek(reader)?.kind !== 'name') return undefined;
  switch (textAt(reader)) {
    case 'import':
      return parseImport(reader);
    case 'export':
      return parseExport(reader, declarationsAt);
    case 'const':
    case 'let':
    case 'var':
    case 'using':
      return isDeclaration(reader) ? variables(reader) : undefined;
    case 'async':
      return isWord(reader, 'function', 1) ? functionAt(reader) : undefined;
    case 'function':
      return functionAt(reader);
    case 'abstract':
    case 'class':
      return isName(reader, 1) ? [parseClass(reader, declarationsAt)] : undefined;
    case 'interface':
    case 'type':
    case 'declare':
    case 'enum':
    case 'namespace':
      return isName(reader, 1) ? typeOnly(reader) : undefined;
    default:
      return undefined;
  }
}

const isName = (reader: Reader, ahead: number): boolean => peek(reader, ahead)?.kind === 'name';

const isDeclaration = (reader: Reader): boolean =>
  isName(reader, 1) || isSymbol(reader, '{', 1) || isSymbol(reader, '[', 1);

/** `const a = b, { c } = d`. */
function variables(reader: Reader): readonly Statement[] {
  const statements: Statement[] = [];
  reader.at += 1;
  do {
    const from = reader.at;
    const target = targetAt(reader);
    const type = take(reader, ':') ? typeAt(reader) : undefined;
    if (reader.at === from) break;
    if (!take(reader, '=')) continue;
    const value = parseExpression(reader);
    const typed = type ? { type } : {};
    const stretch = stretchFrom(reader, from);
    statements.push({
      kind: 'assignment',
      targets: [target],
      operator: '=',
      value,
      ...typed,
      ...stretch,
    });
  } while (take(reader, ','));
  return statements.map(asFunction);
}

function targetAt(reader: Reader): Code {
  if (isSymbol(reader, '{') || isSymbol(reader, '[')) return parseExpression(reader);
  const from = reader.at;
  return { kind: 'name', name: takeName(reader) ?? '', ...stretchFrom(reader, from) };
}

function typeAt(reader: Reader): Code | undefined {
  const type = peek(reader)?.kind === 'name' ? parseName(reader) : undefined;
  passType(reader);
  return type;
}

function parseName(reader: Reader): Code {
  const from = reader.at;
  let code: Code = { kind: 'name', name: takeName(reader) ?? '', ...stretchFrom(reader, from) };
  while (isSymbol(reader, '.') && isName(reader, 1)) {
    reader.at += 1;
    code = { kind: 'member', of: code, name: takeName(reader) ?? '', ...stretchFrom(reader, from) };
  }
  return code;
}

/** `const login = async () => {…}` is a function of that name. */
export function asFunction(statement: Statement): Statement {
  if (statement.kind !== 'assignment' || statement.value.kind !== 'function') return statement;
  const [target] = statement.targets;
  if (target?.kind !== 'name') return statement;
  const { parameters, body } = statement.value;
  const { start, end } = statement;
  return { kind: 'function', name: target.name, parameters, body, start, end };
}

function functionAt(reader: Reader): readonly Statement[] {
  const from = reader.at;
  takeWord(reader, 'async');
  reader.at += 1;
  take(reader, '*');
  const name = takeName(reader) ?? 'default';
  if (isSymbol(reader, '<')) passType(reader);
  const parameters = isSymbol(reader, '(') ? parseParameters(reader) : [];
  passToBrace(reader);
  const body = isSymbol(reader, '{') ? parseBlock(reader, declarationsAt) : [];
  return [{ kind: 'function', name, parameters, body, ...stretchFrom(reader, from) }];
}

/** Over the braces that follow, or over the line. */
function typeOnly(reader: Reader): readonly Statement[] {
  const isAlias = isWord(reader, 'type');
  reader.at += 1;
  while (peek(reader) && !isSymbol(reader, '{') && !isSymbol(reader, ';')) {
    if (isAtLineEnd(reader) && !isSymbol(reader, '|')) break;
    reader.at += 1;
  }
  if (isSymbol(reader, '{')) reader.at = Math.min(closingOf(reader) + 1, reader.tokens.length);
  while (isAlias && peek(reader) && !isAtLineEnd(reader) && !isSymbol(reader, ';')) reader.at += 1;
  return [];
}
