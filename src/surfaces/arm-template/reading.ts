//! The template that is being read, and what its names stand for.

import type { Entry, Expression, Space } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Span } from '../../domain/span.ts';
import type { JsonNode } from '../../languages/json/tree.ts';

export interface Reading {
  readonly file: SourceFile;
  readonly scope: Scope;
  /** Everything bound so far, of nested templates too: they grow while the file is read. */
  readonly bindings: Map<string, Expression>;
  readonly bound: Entry[];
}

/** Names of one template; a nested one may have its own. Their case does not matter. */
export interface Scope {
  /** Tells its names from those of the templates around it; empty at the top. */
  readonly prefix: string;
  readonly parameters: ReadonlyMap<string, Name>;
  readonly variables: ReadonlyMap<string, Name>;
}

export interface Name {
  readonly space: Space;
  readonly name: string;
}

export interface Extent {
  readonly start: number;
  readonly end: number;
}

const TEXT_MAX = 60;

export const spanOf = ({ file: { path } }: Reading, { start, end }: Extent): Span => ({
  path,
  start,
  end,
});

/** An expression that is not run, with what it says. */
export const notEvaluated = (said: string, at: Span): Expression =>
  unknownExpression({ kind: 'not-evaluated', text: short(said) }, at);

/** A value that Azure keeps. */
export const heldByPlatform = (said: string, at: Span): Expression =>
  unknownExpression({ kind: 'held-by-platform', name: short(said) }, at);

const short = (said: string): string =>
  said
    .slice(0, 4 * TEXT_MAX)
    .replace(/\s+/g, ' ')
    .slice(0, TEXT_MAX);

/** A member by its name in any case; the last one counts. */
export const memberOf = (node: JsonNode | undefined, name: string): JsonNode | undefined =>
  node?.kind === 'object'
    ? node.members.findLast(it => it.name.value.toLowerCase() === name.toLowerCase())?.value
    : undefined;

/** The text of a string; `undefined` for all else. */
export const textAt = (node: JsonNode | undefined): string | undefined =>
  node?.kind === 'string' ? node.value : undefined;
