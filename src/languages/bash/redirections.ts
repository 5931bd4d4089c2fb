//! `<<EOF`, `<<<`, `>`, `>>`: what a command reads and where its output goes.

import type { HereDoc, Redirect, Redirection, WordPart } from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import { spanAt } from '../script-text/source.ts';
import { stringOf } from '../script-text/strings.ts';
import type { Context, Output } from './context.ts';
import { literalPieces } from './escapes.ts';
import type { SimpleCommand } from './simple-command.ts';
import { heredocOf, oneWordOf } from './words.ts';

/** What stands on standard input, when the file says so. */
export function inputOf(command: SimpleCommand, context: Context): Expression | undefined {
  const last = command.redirects.filter(isInput).at(-1);
  if (!last) return command.piped;
  switch (last.type) {
    case 'HereDoc':
      return heredocText(last, context);
    case 'HereString':
      return last.target && oneWordOf(last.target, context);
    case 'Redirect':
      return undefined;
  }
}

/** `< file`, when nothing after it takes its place. */
export function inputFile(command: SimpleCommand, context: Context): Expression | undefined {
  const last = command.redirects.filter(isInput).at(-1);
  const target = last?.type === 'Redirect' && last.operator === '<' ? last.target : undefined;
  return target && oneWordOf(target, context);
}

function isInput(redirect: Redirection): boolean {
  if (descriptorOf(redirect, 0) !== 0) return false;
  return redirect.type !== 'Redirect' || redirect.operator.startsWith('<');
}

function descriptorOf(redirect: Redirection, usual: number): number | undefined {
  const { descriptor } = redirect;
  if (!descriptor) return usual;
  return descriptor.type === 'FileDescriptor' ? descriptor.value : undefined;
}

/** Quotes in a here-document are text; with a quoted delimiter everything is. */
function heredocText(heredoc: HereDoc, context: Context): Expression {
  const { body, delimiter, operator } = heredoc;
  const { source } = context;
  const parts = delimiter?.quoted ? undefined : body.parts;
  if (operator === '<<-') return withoutTabs(heredoc, context);
  if (parts) return heredocOf({ pos: body.pos, end: body.end, parts }, context);
  const quoting = delimiter?.quoted ? 'none' : 'heredoc';
  const pieces = literalPieces(source.region, body.pos, body.end, quoting);
  return stringOf(pieces, source.region, spanAt(source, body));
}

/** `<<-` takes the tabs at the beginning of lines away, before anything is expanded. */
function withoutTabs(heredoc: HereDoc, context: Context): Expression {
  const { body, delimiter } = heredoc;
  const { source } = context;
  const { text, region } = source;
  const lines = [...text.slice(body.pos, body.end).matchAll(/^\t*([^\n]*\n?)/gm)];
  const kept = lines.map(line => {
    const end = body.pos + line.index + line[0].length;
    return { start: end - (line[1] ?? '').length, end };
  });
  const isLiteral = (delimiter?.quoted ?? false) || !body.parts;
  const quoting = delimiter?.quoted ? 'none' : 'heredoc';
  if (isLiteral) {
    const pieces = kept.flatMap(it => literalPieces(region, it.start, it.end, quoting));
    return stringOf(pieces, region, spanAt(source, body));
  }
  const parts = cutAtLines(body.parts ?? [], kept);
  return heredocOf({ pos: body.pos, end: body.end, parts }, context);
}

/** Of the literal parts only what stands in `lines`; both are in order. */
function cutAtLines(
  parts: readonly WordPart[],
  lines: readonly { readonly start: number; readonly end: number }[],
): readonly WordPart[] {
  let index = 0;
  return parts.flatMap((part): readonly WordPart[] => {
    while (index < lines.length && (lines[index]?.end ?? 0) <= part.pos) index += 1;
    if (part.type !== 'Literal') return [part];
    const cuts: WordPart[] = [];
    for (let at = index; at < lines.length; at += 1) {
      const line = lines[at];
      if (!line || line.start >= part.end) break;
      const pos = Math.max(part.pos, line.start);
      const end = Math.min(part.end, line.end);
      if (pos < end) cuts.push({ ...part, pos, end });
    }
    return cuts;
  });
}

const NO_FILES: ReadonlySet<string> = new Set([
  '/dev/null',
  '/dev/stderr',
  '/dev/stdout',
  '/dev/tty',
]);

/** Where the output goes; what stands around the command decides when it does not say. */
export function destinationOf(
  redirects: readonly Redirection[],
  context: Context,
): Output | undefined {
  const last = redirects.filter(isOutput).at(-1);
  if (!last) return context.output;
  const { operator, target } = last;
  const isDescriptor = operator === '>&' && /^(?:\d+-?|-)$/.test(target?.value ?? '');
  const expression = target && !isDescriptor ? oneWordOf(target, context) : undefined;
  const name = expression && literalOf(expression);
  const isFile = name === undefined || !NO_FILES.has(name);
  return { target: isFile ? expression : undefined, appends: operator.endsWith('>>') };
}

const isOutput = (redirect: Redirection): redirect is Redirect =>
  redirect.type === 'Redirect' &&
  redirect.operator !== '<' &&
  redirect.operator !== '<>' &&
  redirect.operator !== '<&' &&
  descriptorOf(redirect, 1) === 1;
