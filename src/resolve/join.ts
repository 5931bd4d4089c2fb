//! Ways that a run may have taken, put together into what holds after any one of them.

import type { Span } from '../domain/span.ts';
import { type Alternatives, alternatives, type Datum } from './datum.ts';
import { flattened, type Names, newNames } from './names.ts';
import { copyOf, NOBODY, NOWHERE, type State, type Stop } from './state.ts';

/** What goes on first: an open way before one that left a round, that before one that left the loop. */
const INNERMOST = [undefined, 'round', 'loop', 'function', 'program'] as const;

/**
 * Makes `state` what holds after any one of `ways`, each of them a layer over it.
 * Ways that left something further out wait in `left` until it ends.
 */
export function join(state: State, ways: readonly State[]): void {
  const stopped = INNERMOST.find(it => ways.some(way => way.stopped === it));
  const live = ways.filter(way => way.stopped === stopped);
  const [first] = live;
  if (!first) return;
  const waiting = ways.filter(way => way.stopped !== stopped && counts(way, state)).map(detached);
  state.left = [...new Set([...ways.flatMap(way => way.left), ...waiting])];
  const base = state.variables;
  // What waits is a layer over the variables as they are now: those must stay as they are.
  if (waiting.length > 0) state.variables = base.fork();
  joinNamed(
    state.variables,
    base,
    live.map(it => it.variables),
  );
  for (const map of ['laterVariables', 'outputs'] as const) {
    joinNamed(
      state[map],
      state[map],
      live.map(it => it[map]),
    );
  }
  joinSessions(state, live);
  for (const way of live) {
    keepTouched(state.functions, way.functions);
    keepTouched(state.written, way.written);
    keepTouched(state.images, way.images);
    for (const [name, before] of way.shadowed ?? []) {
      if (state.shadowed && !state.shadowed.has(name)) state.shadowed.set(name, before);
    }
  }
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
  way.stopped !== 'program' || way.sessions.touchedSince(base.sessions).size > 0;

/** Where what they left ends, the ways that left it go on. */
export function rejoin(state: State, stop: Stop): void {
  const back = state.left.filter(way => way.stopped === stop);
  if (back.length > 0) state.left = state.left.filter(way => way.stopped !== stop);
  if (state.stopped === stop) state.stopped = undefined;
  if (back.length === 0) return;
  const open = back.map(way => ({ ...layerFrom(way, state), stopped: undefined, left: [] }));
  join(state, [copyOf(state), ...open]);
}

/** The end of a process: whatever was left ends with it. */
export function rejoinAll(state: State): void {
  for (const stop of ['round', 'loop', 'function', 'program'] as const) rejoin(state, stop);
}

/**
 * A way on its own, since most of what it is a layer over goes on changing.
 * With the program ends the process: of that way only what is on the machine counts afterwards.
 */
function detached(way: State): State {
  const isOver = way.stopped === 'program';
  return {
    ...way,
    variables: isOver ? newNames() : way.variables,
    sessions: flattened(way.sessions),
    written: flattened(way.written),
    images: flattened(way.images),
    outputs: flattened(way.outputs),
    laterVariables: flattened(way.laterVariables),
    left: [],
  };
}

/** The way as a layer over `state`: what differs from it counts as touched. */
function layerFrom(way: State, state: State): State {
  const layer = copyOf(state);
  const isOver = way.stopped === 'program';
  if (!isOver) {
    difference(way.variables, state.variables, layer.variables);
    layer.folder = way.folder;
    layer.arguments = way.arguments;
    layer.shadowed = way.shadowed;
  }
  difference(way.sessions, state.sessions, layer.sessions);
  difference(way.outputs, state.outputs, layer.outputs);
  difference(way.laterVariables, state.laterVariables, layer.laterVariables);
  difference(way.written, state.written, layer.written);
  difference(way.images, state.images, layer.images);
  return layer;
}

function difference<T>(from: Names<T>, base: Names<T>, into: Names<T>): void {
  for (const name of from.apartFrom(base)) {
    const value = from.get(name);
    if (value === base.get(name)) continue;
    if (value === undefined) into.delete(name);
    else into.set(name, value);
  }
}

/** Each way is a layer over what is joined: only what one of them touched can differ. */
function joinNamed(
  into: Names<Alternatives>,
  base: Names<Alternatives>,
  ways: readonly Names<Alternatives>[],
): void {
  for (const name of new Set(ways.flatMap(way => [...way.touchedSince(base)]))) {
    const [first, ...others] = ways.map(way => way.get(name));
    if (first && others.every(it => it === first)) {
      into.set(name, first);
      continue;
    }
    const known = ways.flatMap(way => way.get(name) ?? []);
    const at = known.map(spanOfDatum).find(it => it !== undefined) ?? NOWHERE;
    const isUnsetSomewhere = ways.some(way => !way.has(name));
    const all: Datum[] = isUnsetSomewhere ? [...known, { kind: 'unset', name, at }] : known;
    into.set(name, alternatives(all, at));
  }
}

function joinSessions(state: State, ways: readonly State[]): void {
  for (const name of new Set(ways.flatMap(way => [...way.sessions.touchedSince(state.sessions)]))) {
    const all = ways.flatMap(way => way.sessions.get(name) ?? [NOBODY]);
    state.sessions.set(name, [...new Set(all)]);
  }
}

/** A process ends: what it did to the machine stays, its variables and folder do not. */
export function keepMachine(state: State, inside: State): void {
  keepTouched(state.sessions, inside.sessions);
  keepFiles(state, inside);
  state.cloud = inside.cloud;
}

/** Another machine ends: only what it wrote and gave out stays. */
export function keepFiles(state: State, inside: State): void {
  keepTouched(state.written, inside.written);
  keepTouched(state.images, inside.images);
  keepTouched(state.outputs, inside.outputs);
  keepTouched(state.laterVariables, inside.laterVariables);
  state.isOpen ||= inside.isOpen;
}

/** What one layer set, set in another. */
export function keepTouched<T>(into: Names<T>, from: Names<T>): void {
  for (const name of from.touchedSince(into)) {
    const value = from.get(name);
    if (value === undefined) into.delete(name);
    else into.set(name, value);
  }
}

const spanOfDatum = (datum: Datum): Span | undefined =>
  datum.kind === 'absent' ? undefined : datum.at;
