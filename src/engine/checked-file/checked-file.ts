//! A file that somebody writes for mfa-ready: its values when they are as they should be, or the mistakes, each with its line.

import { type Document, LineCounter, parseDocument } from 'yaml';
import type { output, ZodMiniType } from 'zod/mini';
import { type LineOf, linesOf } from './lines.ts';
import { type Mistake, mistakesOf } from './mistakes.ts';

export type Checked<T> =
  | { readonly kind: 'values'; readonly values: T; readonly lineOf: LineOf }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** YAML, and so JSON, too. Never throws; an empty file has no values. */
export function readChecked<Schema extends ZodMiniType>(
  text: string,
  schema: Schema,
): Checked<output<Schema>> {
  const lines = new LineCounter();
  const options = { lineCounter: lines, logLevel: 'silent', uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const [error] = document.errors;
  if (error) return notValid(error.linePos?.[0].line ?? 1, error);
  const given = valuesOf(document);
  if (given instanceof Error) return notValid(1, given);
  const lineOf = linesOf(document, lines);
  const checked = schema.safeParse(given);
  if (checked.success) return { kind: 'values', values: checked.data, lineOf };
  return { kind: 'mistakes', mistakes: mistakesOf(checked.error.issues, given, schema, lineOf) };
}

/** A few aliases that name one another make any number of values: the parser counts, and gives up. */
function valuesOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    return error;
  }
}

function notValid(line: number, { message }: Error): Checked<never> {
  const [reason = ''] = message.split(/(?: at line \d|:?\n)/, 1);
  return { kind: 'mistakes', mistakes: [{ line, message: `not valid YAML: ${reason}` }] };
}
