//! Which programs the readers read: always, or only with a text that they name.

import type { Expression } from '../domain/expression.ts';
import { expressionParts } from '../domain/expression-parts.ts';
import type { OperationReader } from '../domain/operation.ts';
import { programOfPath } from '../domain/program-name.ts';
import type { SignInForm } from '../domain/sign-in.ts';

/** Names of programs, as `programName` spells them. */
export type Programs = Pick<ReadonlySet<string>, 'has'>;

type AnyReader = SignInForm | OperationReader;

/** Command lines and files that some reader looks at for one of their words. */
export interface Watched {
  hasProgram(path: string): boolean;
  /** Whether such a word stands in the text. */
  isIn(text: string): boolean;
}

const isWatching = ({ onlyWith }: AnyReader): boolean => onlyWith?.in === 'command';

/** Those of which every command line is read. */
export const namesOf = (readers: readonly AnyReader[]): ReadonlySet<string> =>
  new Set(readers.flatMap(it => (isWatching(it) ? [] : it.programs)));

export function programsOf(readers: readonly AnyReader[]): Programs {
  const listed = namesOf(readers);
  const patterns = readers.flatMap(it =>
    'programPattern' in it && it.programPattern ? it.programPattern : [],
  );
  return { has: name => listed.has(name) || patterns.some(it => it.test(name)) };
}

/** What makes a script count that nothing runs. */
export const mentionedBy = (
  readers: readonly AnyReader[],
): { readonly programs: Programs; readonly texts: readonly RegExp[] } => ({
  programs: programsOf(readers.filter(it => !it.onlyWith)),
  texts: readers.flatMap(it => it.onlyWith?.text ?? []),
});

export function watchedBy(readers: readonly AnyReader[]): Watched {
  const watching = readers.filter(isWatching);
  const names = new Set(watching.flatMap(it => it.programs));
  return {
    hasProgram: path => names.has(programOfPath(path)),
    isIn: text => watching.some(it => it.onlyWith?.text.test(text)),
  };
}

/** Whether some reader looks at a command line; `isMentioned` says whether one of its words is watched. */
export const isReadBy = (
  { programs, watched }: { readonly programs: Programs; readonly watched: Watched },
  path: string,
  isMentioned: () => boolean,
): boolean => programs.has(programOfPath(path)) || (watched.hasProgram(path) && isMentioned());

/** As it is written: what its variables hold is not looked at. */
export function isWatched(expression: Expression, watched: Watched): boolean {
  if (expression.kind === 'text') return watched.isIn(expression.region.text);
  return expressionParts(expression).some(it => isWatched(it, watched));
}
