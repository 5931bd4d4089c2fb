//! What holds at one point of a run: variables, functions, the folder, who is signed in.

import type { Cloud } from '../domain/operation.ts';
import type { SignIn } from '../domain/sign-in.ts';
import type { Span } from '../domain/span.ts';
import type { Step } from '../domain/step.ts';
import { type Alternatives, alternatives, type Datum, stringDatum } from './datum.ts';
import { type Names, newNames } from './names.ts';

export interface State {
  readonly variables: Names<Alternatives>;
  readonly functions: Names<ShellFunction>;
  /** Positional parameters, `$1` first; `undefined` when a caller of elsewhere gives them. */
  arguments: readonly Datum[] | undefined;
  /** Relative to the root; several after undecided branches; `undefined` when it cannot be known. */
  folder: string | undefined;
  /** Who may be signed in; a session without an entry was opened by nothing in the repository. */
  readonly sessions: Names<readonly Occupant[]>;
  /** Text that this run wrote to files, by path: what a later `bash file` would run. */
  readonly written: Names<Datum>;
  /** What earlier steps gave out: `step.name`. */
  readonly outputs: Names<Alternatives>;
  /** Variables for the steps to come: `$GITHUB_ENV`. */
  readonly laterVariables: Names<Alternatives>;
  /** The cloud that was selected for the Azure CLI; `undefined` when none was. */
  cloud: Cloud | undefined;
  /** `exit`, `return` or `break` ended this way. */
  stopped: 'program' | 'function' | 'loop' | undefined;
}

export interface ShellFunction {
  readonly body: readonly Step[];
  readonly at: Span;
}

/** Somebody in a session. */
export type Occupant =
  | { readonly kind: 'sign-in'; readonly signIn: SignIn; readonly isAlternative: boolean }
  /** On one of the ways here nobody signed in. */
  | { readonly kind: 'nobody' };

export const newState = (folder: string | undefined): State => ({
  variables: newNames(),
  functions: newNames(),
  arguments: undefined,
  folder,
  sessions: newNames(),
  written: newNames(),
  outputs: newNames(),
  laterVariables: newNames(),
  cloud: undefined,
  stopped: undefined,
});

/** A layer over `state`, which must not change while the copy is in use. */
export const copyOf = (state: State): State => ({
  variables: state.variables.fork(),
  functions: state.functions.fork(),
  arguments: state.arguments,
  folder: state.folder,
  sessions: state.sessions.fork(),
  written: state.written.fork(),
  outputs: state.outputs.fork(),
  laterVariables: state.laterVariables.fork(),
  cloud: state.cloud,
  stopped: state.stopped,
});

/** A copy in which variables and the folder change freely; what is on the machine stays. */
export function subshell(state: State): State {
  const { sessions, written, outputs, laterVariables } = state;
  return { ...copyOf(state), sessions, written, outputs, laterVariables };
}

/** Makes `state` what holds after any one of `ways`. Ways that stopped are left out while others go on. */
export function join(state: State, ways: readonly State[]): void {
  const open = ways.filter(way => way.stopped === undefined);
  const live = open.length > 0 ? open : ways;
  const first = live[0];
  if (!first) return;
  joinNamed(
    state.variables,
    live.map(it => it.variables),
  );
  joinNamed(
    state.laterVariables,
    live.map(it => it.laterVariables),
  );
  joinNamed(
    state.outputs,
    live.map(it => it.outputs),
  );
  joinSessions(state, ways);
  for (const way of live) {
    keepTouched(state.functions, way.functions);
    keepTouched(state.written, way.written);
  }
  state.folder = live.every(it => it.folder === first.folder) ? first.folder : undefined;
  state.arguments = live.every(it => it.arguments === first.arguments)
    ? first.arguments
    : undefined;
  state.cloud = live.every(it => it.cloud === first.cloud) ? first.cloud : 'unknown';
  state.stopped = open.length > 0 ? undefined : first.stopped;
}

/** Each way is a layer over what is joined: only what one of them touched can differ. */
function joinNamed(into: Names<Alternatives>, ways: readonly Names<Alternatives>[]): void {
  for (const name of new Set(ways.flatMap(way => [...way.touched()]))) {
    const known = ways.flatMap(way => way.get(name) ?? []);
    const at = known.map(spanOfDatum).find(it => it !== undefined) ?? NOWHERE;
    const isUnsetSomewhere = ways.some(way => !way.has(name));
    const all: Datum[] = isUnsetSomewhere ? [...known, { kind: 'unset', name, at }] : known;
    into.set(name, alternatives(all, at));
  }
}

/** A way that stopped may have signed in before it did; its session is on the machine all the same. */
function joinSessions(state: State, ways: readonly State[]): void {
  const live = ways.filter(way => way.stopped !== 'program');
  const from = live.length > 0 ? live : ways;
  for (const name of new Set(from.flatMap(way => [...way.sessions.touched()]))) {
    const all = from.flatMap(way => way.sessions.get(name) ?? [NOBODY]);
    state.sessions.set(name, [...new Set(all)]);
  }
}

/** What one layer set, set in another. */
export function keepTouched<T>(into: Names<T>, from: Names<T>): void {
  for (const name of from.touched()) {
    const value = from.get(name);
    if (value === undefined) into.delete(name);
    else into.set(name, value);
  }
}

export const NOBODY: Occupant = { kind: 'nobody' };

export const NOWHERE: Span = { path: '', start: 0, end: 0 };

const spanOfDatum = (datum: Datum): Span | undefined =>
  datum.kind === 'absent' ? undefined : datum.at;

export const textAlternative = (text: string, at: Span): Alternatives => [stringDatum(text, at)];
