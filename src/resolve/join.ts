//! Ways that a run may have taken, put together into what holds after any one of them.

import type { Span } from '../domain/span.ts';
import { type Alternatives, alternatives, type Datum } from './datum.ts';
import { type Names, newNames } from './names.ts';
import { copyOf, NOBODY, NOWHERE, type Occupant, type State, type Stop } from './state.ts';

/** What goes on first: an open way before one that left a round, that before one that left the loop. */
const INNERMOST = [undefined, 'round', 'loop', 'function', 'program'] as const;

/**
 * Makes `state` what holds after any one of `ways`, each of them a copy of it that went on.
 * Ways that left something further out wait in `left` until it ends.
 */
export function join(state: State, ways: readonly State[]): void {
  const stopped = INNERMOST.find(it => ways.some(way => way.stopped === it));
  const live = ways.filter(way => way.stopped === stopped);
  const [first] = live;
  if (!first) return;
  const waiting = ways.filter(way => way.stopped !== stopped && counts(way, state)).map(waitingWay);
  state.left = [...new Set([...ways.flatMap(way => way.left), ...waiting])];
  for (const map of ['variables', 'laterVariables', 'outputs'] as const) {
    joinNamed(
      state[map],
      live.map(it => it[map]),
    );
  }
  joinSessions(state, live);
  const functions = state.functions.fork();
  const written = state.written.fork();
  const images = state.images.fork();
  for (const way of live) {
    keepChanges(state.functions, functions, way.functions);
    keepChanges(state.written, written, way.written);
    keepChanges(state.images, images, way.images);
  }
  joinShadowed(state, live);
  state.folder = live.every(it => it.folder === first.folder) ? first.folder : undefined;
  state.arguments = live.every(it => it.arguments === first.arguments)
    ? first.arguments
    : undefined;
  state.cloud = live.every(it => it.cloud === first.cloud) ? first.cloud : 'unknown';
  state.isOpen = live.some(it => it.isOpen);
  state.hasSucceeded = undefined;
  state.stopped = stopped;
}

/**
 * A program that ends early ends for a reason, and mostly nothing runs after it:
 * it counts only when somebody signed in on the way there.
 */
const counts = (way: State, base: State): boolean =>
  way.stopped !== 'program' || way.sessions.differingFrom(base.sessions).length > 0;

/** Where what they left ends, the ways that left it go on. */
export function rejoin(state: State, stop: Stop): void {
  const back = state.left.filter(way => way.stopped === stop);
  if (back.length > 0) state.left = state.left.filter(way => way.stopped !== stop);
  if (state.stopped === stop) state.stopped = undefined;
  if (back.length === 0) return;
  join(state, [copyOf(state), ...back.map(way => resumed(way, state))]);
}

/** What is left inside ends with it; what was left before waits for the end of something further out. */
export function endingWith(stop: Stop, state: State, run: () => void): void {
  const { left } = state;
  state.left = [];
  run();
  rejoin(state, stop);
  state.left = [...left, ...state.left];
}

/** The end of a process: whatever was left ends with it. */
export function rejoinAll(state: State): void {
  for (const stop of ['round', 'loop', 'function', 'program'] as const) rejoin(state, stop);
}

/** With the program ends the process: of that way only what is on the machine counts afterwards. */
const waitingWay = (way: State): State => ({
  ...way,
  variables: way.stopped === 'program' ? newNames() : way.variables,
  left: [],
});

/** The way with what it has not left behind, going on from `state`. */
function resumed(way: State, state: State): State {
  const { variables, folder, arguments: given, shadowed } = way.stopped === 'program' ? state : way;
  const { sessions, outputs, laterVariables, written, images } = way;
  const process = { variables, folder, arguments: given, shadowed };
  const machine = { sessions, outputs, laterVariables, written, images };
  return { ...state, ...process, ...machine, stopped: undefined, left: [] };
}

function joinNamed(into: Names<Alternatives>, ways: readonly Names<Alternatives>[]): void {
  for (const name of new Set(ways.flatMap(way => way.differingFrom(into)))) {
    into.set(
      name,
      anyOf(
        name,
        ways.map(way => way.get(name)),
      ),
    );
  }
}

/** `undefined` stands for a way on which it is not set. */
function anyOf(name: string, values: readonly (Alternatives | undefined)[]): Alternatives {
  const [first, ...others] = values;
  if (first && others.every(it => it === first)) return first;
  const known = values.flatMap(it => it ?? []);
  const at = known.map(spanOfDatum).find(it => it !== undefined) ?? NOWHERE;
  const isUnsetSomewhere = values.includes(undefined);
  const all: Datum[] = isUnsetSomewhere ? [...known, { kind: 'unset', name, at }] : known;
  return alternatives(all, at);
}

/** What a function made its own on one way is on the others what it is outside. */
function joinShadowed({ shadowed }: State, ways: readonly State[]): void {
  if (!shadowed) return;
  for (const name of new Set(ways.flatMap(way => [...(way.shadowed?.keys() ?? [])]))) {
    if (shadowed.has(name)) continue;
    const outside = ways.map(way =>
      way.shadowed?.has(name) ? way.shadowed.get(name) : way.variables.get(name),
    );
    shadowed.set(name, outside.every(it => it === undefined) ? undefined : anyOf(name, outside));
  }
}

function joinSessions(state: State, ways: readonly State[]): void {
  for (const name of new Set(ways.flatMap(way => way.sessions.differingFrom(state.sessions)))) {
    const all = ways.flatMap(way => way.sessions.get(name) ?? [NOBODY]);
    state.sessions.set(name, [...new Set(all)]);
  }
}

/** What all of the ways did, each beside the others. Of several that sign in to one session anyone may be in it. */
export function joinTogether(state: State, ways: readonly State[]): void {
  const before = copyOf(state);
  const opened = new Map<string, Occupant[]>();
  for (const way of ways) {
    for (const name of way.sessions.differingFrom(before.sessions)) {
      const all = way.sessions.get(name) ?? [NOBODY];
      opened.set(name, [...(opened.get(name) ?? []), ...all]);
    }
    keepChanges(state.variables, before.variables, way.variables);
    keepChanges(state.written, before.written, way.written);
    keepChanges(state.outputs, before.outputs, way.outputs);
    keepChanges(state.laterVariables, before.laterVariables, way.laterVariables);
    state.isOpen ||= way.isOpen;
  }
  for (const [name, all] of opened) state.sessions.set(name, [...new Set(all)]);
}

/** A process ends: what it did to the machine stays, its variables and folder do not. */
export function keepMachine(state: State, inside: State): void {
  keepAll(state.sessions, inside.sessions);
  keepFiles(state, inside);
  state.cloud = inside.cloud;
}

/** Another machine ends: only what it wrote and gave out stays. */
export function keepFiles(state: State, inside: State): void {
  keepAll(state.written, inside.written);
  keepAll(state.images, inside.images);
  keepAll(state.outputs, inside.outputs);
  keepAll(state.laterVariables, inside.laterVariables);
  state.isOpen ||= inside.isOpen;
}

/** What `from` holds now in `into` too. */
export const keepAll = <T>(into: Names<T>, from: Names<T>): void => keepChanges(into, into, from);

/** What became of `base` in `from`, done to `into` as well. */
function keepChanges<T>(into: Names<T>, base: Names<T>, from: Names<T>): void {
  for (const name of from.differingFrom(base)) {
    const value = from.get(name);
    if (value === undefined) into.delete(name);
    else into.set(name, value);
  }
}

const spanOfDatum = (datum: Datum): Span | undefined =>
  datum.kind === 'absent' ? undefined : datum.at;
