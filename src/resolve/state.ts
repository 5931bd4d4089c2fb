//! What holds at one point of a run: variables, functions, the folder, who is signed in.

import type { Cloud } from '../domain/operation.ts';
import type { Session, SignIn } from '../domain/sign-in.ts';
import type { Span } from '../domain/span.ts';
import type { Step } from '../domain/step.ts';
import { type Alternatives, alternatives, type Datum, stringDatum } from './datum.ts';

export interface State {
  readonly variables: Map<string, Alternatives>;
  readonly functions: Map<string, ShellFunction>;
  /** Positional parameters, `$1` first; `undefined` when a caller of elsewhere gives them. */
  arguments: readonly Datum[] | undefined;
  /** Relative to the root; several after undecided branches; `undefined` when it cannot be known. */
  folder: string | undefined;
  /** Who may be signed in; a session without an entry was opened by nothing in the repository. */
  readonly sessions: Map<Session, readonly Occupant[]>;
  /** Text that this run wrote to files, by path: what a later `bash file` would run. */
  readonly written: Map<string, Datum>;
  /** What earlier steps gave out: `step.name`. */
  readonly outputs: Map<string, Alternatives>;
  /** Variables for the steps to come: `$GITHUB_ENV`. */
  readonly laterVariables: Map<string, Alternatives>;
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
  variables: new Map(),
  functions: new Map(),
  arguments: undefined,
  folder,
  sessions: new Map(),
  written: new Map(),
  outputs: new Map(),
  laterVariables: new Map(),
  cloud: undefined,
  stopped: undefined,
});

export const copyOf = (state: State): State => ({
  variables: new Map(state.variables),
  functions: new Map(state.functions),
  arguments: state.arguments,
  folder: state.folder,
  sessions: new Map(state.sessions),
  written: new Map(state.written),
  outputs: new Map(state.outputs),
  laterVariables: new Map(state.laterVariables),
  cloud: state.cloud,
  stopped: state.stopped,
});

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
    for (const [name, it] of way.functions) state.functions.set(name, it);
    for (const [path, it] of way.written) state.written.set(path, it);
  }
  state.folder = live.every(it => it.folder === first.folder) ? first.folder : undefined;
  state.arguments = live.every(it => it.arguments === first.arguments)
    ? first.arguments
    : undefined;
  state.cloud = live.every(it => it.cloud === first.cloud) ? first.cloud : 'unknown';
  state.stopped = open.length > 0 ? undefined : first.stopped;
}

function joinNamed(
  into: Map<string, Alternatives>,
  maps: readonly ReadonlyMap<string, Alternatives>[],
): void {
  const [first] = maps;
  const names = new Set(maps.flatMap(map => [...map.keys()]));
  for (const name of names) {
    const same = first?.get(name);
    // Nearly all names were not touched on any way: nothing to join.
    if (same && maps.every(map => map.get(name) === same)) {
      into.set(name, same);
      continue;
    }
    const known = maps.flatMap(map => map.get(name) ?? []);
    const at = known.map(spanOfDatum).find(it => it !== undefined) ?? NOWHERE;
    const isUnsetSomewhere = maps.some(map => !map.has(name));
    const all: Datum[] = isUnsetSomewhere ? [...known, { kind: 'unset', name, at }] : known;
    into.set(name, alternatives(all, at));
  }
}

/** A way that stopped may have signed in before it did; its session is on the machine all the same. */
function joinSessions(state: State, ways: readonly State[]): void {
  const live = ways.filter(way => way.stopped !== 'program');
  const from = live.length > 0 ? live : ways;
  const names = new Set(from.flatMap(way => [...way.sessions.keys()]));
  for (const name of names) {
    const all = from.flatMap(way => way.sessions.get(name) ?? [NOBODY]);
    state.sessions.set(name, [...new Set(all)]);
  }
}

export const NOBODY: Occupant = { kind: 'nobody' };

export const NOWHERE: Span = { path: '', start: 0, end: 0 };

const spanOfDatum = (datum: Datum): Span | undefined =>
  datum.kind === 'absent' ? undefined : datum.at;

export const textAlternative = (text: string, at: Span): Alternatives => [stringDatum(text, at)];
