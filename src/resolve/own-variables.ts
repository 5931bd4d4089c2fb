//! Which variables a program sees that a shell starts: those of its environment, and those that the shell exports.

import { EXPORTS_ALL, ownMark, ownVariable } from '../domain/own-variables.ts';
import type { Span } from '../domain/span.ts';
import { datumText, stringDatum } from './datum.ts';
import type { State } from './state.ts';

/** A variable is set: one that stood in the environment stays there, a new one does not come to it. */
export function noteOwner(
  name: string,
  isOwn: boolean,
  at: Span,
  { variables }: Pick<State, 'variables'>,
): void {
  const mark = ownMark(name);
  if (!isOwn) variables.delete(mark);
  else if (!isSet(EXPORTS_ALL, variables) && isNew(name, variables)) {
    variables.set(mark, [stringDatum('true', at)]);
  }
}

const isNew = (name: string, variables: State['variables']): boolean =>
  variables.get(name)?.every(it => it.kind === 'unset') ?? true;

/** False where it is so on some of the ways here only. */
const isSet = (mark: string, variables: State['variables']): boolean =>
  variables.get(mark)?.every(it => it.kind !== 'unset' && datumText(it) !== '') === true;

export const isOwnVariable = (name: string, variables: State['variables']): boolean =>
  isSet(ownMark(name), variables);

/** At the start of another program. */
export function dropOwn({ variables }: State): void {
  for (const mark of variables.keys()) {
    const name = ownVariable(mark);
    if (name === undefined || !isSet(mark, variables)) continue;
    variables.delete(name);
    variables.delete(mark);
  }
}
