//! One program while it becomes steps: what its names stand for, and what was found on the way.

import type { Expression } from '../../domain/expression.ts';
import type { Interest } from '../../domain/interest.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { type Source, spanAt } from '../script-text/source.ts';
import type { Dialect } from './dialect.ts';
import type { Scope } from './scope.ts';
import type { Stretch } from './token.ts';
import type { Code, CodeCall, CodeDefinition } from './tree.ts';

export interface Lowering {
  readonly source: Source;
  readonly dialect: Dialect;
  readonly interest: Interest;
  readonly notes: Notes;
  readonly scope: Scope;
  /** How many functions and blocks stand around. */
  readonly depth: number;
  /** There `return` ends nothing that is followed. */
  readonly isInline: boolean;
}

/** What grows while the text is read from its beginning to its end. */
export interface Notes {
  /** The file's name, in front of the names of its functions and variables: `deploy`. */
  readonly stem: string;
  /** What the names of the text stand for, by their variable. */
  readonly meanings: Map<string, Meaning>;
  /** What calls give, where that was asked. */
  readonly calls: Map<CodeCall, Meaning | undefined>;
  /** What imports bring, by local name. */
  readonly imports: Map<string, Meaning>;
  readonly libraries: Set<string>;
  /** Functions of the text, by name; those of a class as `Class.name`. */
  readonly functions: ReadonlyMap<string, CodeDefinition>;
  readonly classes: ReadonlySet<string>;
  /** Names that the classes of the text declare as theirs, where those are called by their bare name. */
  readonly fields: ReadonlySet<string>;
  /** Objects, lists and strings that variables were given as they stand. */
  readonly literals: Map<string, Code>;
}

export type Meaning =
  /** Something that a library holds: `identity.ClientSecretCredential`. */
  | { readonly kind: 'export'; readonly library: string; readonly path: readonly string[] }
  /** An object of a class: of a library, or with an empty library of this text; and the call that made it. */
  | {
      readonly kind: 'object';
      readonly library: string;
      readonly className: string;
      readonly made?: CodeCall;
    };

export const placeIn = ({ source }: Lowering, { start, end }: Stretch): Span =>
  spanAt(source, { pos: start, end });

const SHOWN_MAX = 60;

/** Quotes its source, but for strings: they may be secrets. */
export function notEvaluated(lowering: Lowering, stretch: Stretch): Expression {
  const { region } = lowering.source;
  const text = region.text.slice(stretch.start, Math.min(stretch.end, stretch.start + 300));
  const shown = text
    .replace(/(["'`])(?:\\[\s\S]|(?!\1)[\s\S])*(?:\1|$)/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, SHOWN_MAX);
  return unknownExpression({ kind: 'not-evaluated', text: shown }, placeIn(lowering, stretch));
}

/** `a.b.c`; `undefined` for what is no chain of names. */
export function dottedName(code: Code): string | undefined {
  if (code.kind === 'name') return code.name;
  if (code.kind !== 'member') return undefined;
  const names = [code.name];
  let at: Code = code.of;
  for (; at.kind === 'member'; at = at.of) names.push(at.name);
  if (at.kind !== 'name') return undefined;
  names.push(at.name);
  return names.reverse().join('.');
}
