//! Command lines that a reader reads for one of their words, whatever else the program does: `cp` to one folder.

import type { Expression } from '../domain/expression.ts';
import { programOfPath } from '../domain/program-name.ts';
import type { SignInForm } from '../domain/sign-in.ts';
import { expressionParts } from './expression-parts.ts';

export interface Watched {
  /** Whether some reader reads the program when a word is right. */
  hasProgram(path: string): boolean;
  /** Whether such a word stands in the text. */
  isIn(text: string): boolean;
}

export function watchedBy(forms: readonly SignInForm[]): Watched {
  const watches = forms.flatMap(it => it.programsWith ?? []);
  const names = new Set(watches.flatMap(it => it.names));
  return {
    hasProgram: path => names.has(programOfPath(path)),
    isIn: text => watches.some(it => it.word.test(text)),
  };
}

/** As it is written: what its variables hold is not looked at. */
export function isWatched(expression: Expression, watched: Watched): boolean {
  if (expression.kind === 'text') return watched.isIn(expression.region.text);
  return expressionParts(expression).some(it => isWatched(it, watched));
}
