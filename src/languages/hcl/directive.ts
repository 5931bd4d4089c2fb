//! Directives of templates, `%{ if … }` and `%{ for … }`: passed over, and checked to be closed.

import { CODE } from './characters.ts';
import { readExpression } from './expression.ts';
import { next, passWord, type Reader, readName, report } from './reader.ts';
import type { HclDirective } from './tree.ts';

/** Its keyword; the expressions of an `if` or `for` are read over. */
export function readDirective(reader: Reader): string {
  next(reader);
  const keyword = readName(reader) ?? '';
  if (keyword === 'if') readExpression(reader);
  else if (keyword === 'for') readForDirective(reader);
  else if (keyword !== 'else' && keyword !== 'endif' && keyword !== 'endfor') {
    report(reader, 'an unknown directive');
  }
  return keyword;
}

function readForDirective(reader: Reader): void {
  next(reader);
  readName(reader);
  if (next(reader) === CODE.comma) {
    reader.position += 1;
    next(reader);
    readName(reader);
    next(reader);
  }
  if (passWord(reader, 'in')) readExpression(reader);
  else report(reader, '`in` is missing after `for`');
}

/** Each `if` wants an `endif` and each `for` an `endfor`. */
export function checkDirectives(reader: Reader, directives: readonly HclDirective[]): void {
  const open: HclDirective[] = [];
  for (const directive of directives) {
    const { keyword, start } = directive;
    if (keyword === 'if' || keyword === 'for') open.push(directive);
    const last = open.at(-1)?.keyword;
    const isOutOfPlace =
      (keyword === 'endfor' && last !== 'for') ||
      ((keyword === 'endif' || keyword === 'else') && last !== 'if');
    if (isOutOfPlace) report(reader, `nothing is open for \`${keyword}\` to end`, start);
    else if (keyword.startsWith('end')) open.pop();
  }
  for (const { keyword, start } of open) report(reader, `\`%{ ${keyword} }\` is not closed`, start);
}
