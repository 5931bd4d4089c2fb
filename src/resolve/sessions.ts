//! Sessions: who is in the one that a tool finds, by the folder in which it keeps them.

import { ROOT_HOME, SESSION_FOLDERS } from '../domain/session-folder.ts';
import type { Session, SignIn } from '../domain/sign-in.ts';
import { type Datum, partsOf } from './datum.ts';
import { NOBODY, type Occupant, type State } from './state.ts';

/** `undefined` when nothing in the repository opened it. */
export function occupantsOf(session: Session, state: State): readonly Occupant[] | undefined {
  const all = placesOf(session, state).map(it => occupantsAt(it, session, state));
  const [only, ...others] = all;
  if (others.length === 0 || all.every(it => it === undefined)) return only;
  // Whatever decided where it looks decided who signed in there.
  return [...new Set(all.flatMap(it => it?.filter(({ kind }) => kind !== 'nobody') ?? [NOBODY]))];
}

export const isOpened = (session: Session, state: State): boolean =>
  occupantsOf(session, state) !== undefined;

/** Everyone who signed in there so far. */
export const everIn = (session: Session, state: State): readonly Occupant[] | undefined =>
  state.sessions.get(session + EVER)?.filter(it => it.kind !== 'nobody');

/** In place of whoever was there; beside them where it is not known which place it is. */
export function openSession(session: Session, occupants: readonly Occupant[], state: State): void {
  const { sessions } = state;
  const keys = keysOf(session, state);
  for (const key of keys) {
    const isBrief = sessions.has(key + IN_PROCESS) || occupants.every(endsWithProcess);
    const name = isBrief ? key + IN_PROCESS : key;
    const before = sessions.get(name);
    if (before) state.replaced.set(name, before);
    sessions.set(name, keys.length > 1 ? [...(before ?? [NOBODY]), ...occupants] : occupants);
  }
  sessions.set(session + EVER, [...(everIn(session, state) ?? []), ...occupants]);
}

export function closeSession(session: Session, state: State): void {
  const { sessions } = state;
  const keys = keysOf(session, state);
  for (const key of keys) {
    const before = sessions.get(key);
    if (sessions.has(key + IN_PROCESS)) sessions.set(key + IN_PROCESS, []);
    else if (before && keys.length > 1) sessions.set(key, [...before, NOBODY]);
    else sessions.delete(key);
  }
}

/** Whoever is in it is found under another name too: nobody when it was never opened. */
export function saveSession(session: Session, name: Session, state: State): void {
  const occupants = occupantsOf(session, state);
  if (occupants) state.sessions.set(name, occupants);
}

/** A file that this run made holds whoever it saved there. */
export function restored(signIn: SignIn, state: State): SignIn {
  const { restores, unknown: _, ...rest } = signIn;
  if (restores === undefined || !state.sessions.has(restores)) return signIn;
  return { ...rest, identity: 'ambient', takes: [restores] };
}

/** The last command failed: whoever it would have signed in is not, and who was there before still is. */
export function keepBefore({ sessions, replaced }: State): void {
  for (const [name, occupants] of replaced) sessions.set(name, occupants);
}

/** Whether the last command failed is not known. */
export function keepBoth({ sessions, replaced }: State): void {
  for (const [name, occupants] of replaced) {
    sessions.set(name, [...new Set([...(sessions.get(name) ?? []), ...occupants])]);
  }
}

/** Nobody is in it any more, and who signs in is so only while the process runs. */
export function beginAfresh(session: Session, state: State): void {
  for (const key of keysOf(session, state)) state.sessions.set(key + IN_PROCESS, []);
}

export function endProcess({ sessions }: State): void {
  for (const name of sessions.keys()) if (name.endsWith(IN_PROCESS)) sessions.delete(name);
}

const IN_PROCESS = ' in this process';
const EVER = ' ever';

const endsWithProcess = (occupant: Occupant): boolean =>
  occupant.kind === 'sign-in' && occupant.signIn.covers === 'process';

const keysOf = (session: Session, state: State): readonly string[] =>
  placesOf(session, state).map(it => keyOf(session, it));

/** The folder that a variable names; the home of whoever runs the tool, when it is another than usual; or the usual one. */
type Place =
  | { readonly kind: 'usual' }
  | { readonly kind: 'folder' | 'home'; readonly path: string };

const USUAL: Place = { kind: 'usual' };

function keyOf(session: Session, place: Place): string {
  return place.kind === 'usual' ? session : `${session} in ${place.kind} ${place.path}`;
}

/** All that it may be. */
function placesOf(session: Session, state: State): readonly Place[] {
  const variable = SESSION_FOLDERS.get(session);
  if (variable === undefined) return [USUAL];
  const folders = variable === '' ? [undefined] : settings(variable, state);
  return folders.flatMap(path =>
    path === undefined ? settings('HOME', state).map(home) : placeAt(path),
  );
}

const home = (path: string | undefined): Place =>
  path === undefined || path === UNKNOWN_HOME ? USUAL : { kind: 'home', path };

/** A folder of the usual name is that of a home: of root's, or of the one that there mostly is. */
function placeAt(path: string): Place {
  const owner = /^(.*)\/\.azure\/?$/.exec(path)?.[1];
  if (owner === ROOT_HOME) return home(owner);
  const isUsual = owner === UNKNOWN_HOME || /^(?:~|\/home\/[^/]+)$/.test(owner ?? '');
  return isUsual ? USUAL : { kind: 'folder', path };
}

const UNKNOWN_HOME = `{${JSON.stringify({ kind: 'not-in-repository', name: 'HOME' })}}`;

/** What a variable may be set to; `undefined` for not at all. */
function settings(name: string, state: State): readonly (string | undefined)[] {
  const all = state.variables.get(name) ?? [];
  return all.length === 0 ? [undefined] : [...new Set(all.map(it => textOf(it, name)))];
}

/** With the reasons of what is not known of it, by which the same folder is the same again. */
function textOf(datum: Datum, name: string): string | undefined {
  if (datum.kind === 'absent' || (datum.kind === 'unset' && datum.name === name)) return undefined;
  const text = partsOf(datum)
    .map(it => (it.kind === 'text' ? it.text : `{${JSON.stringify(it.why)}}`))
    .join('');
  return text === '' ? undefined : text;
}

/**
 * Another folder is another session. Whether another home is, depends on the machine: in many containers everybody is
 * root. So whoever is signed in there may be signed in here, as long as nobody else is.
 */
function occupantsAt(
  place: Place,
  session: Session,
  state: State,
): readonly Occupant[] | undefined {
  const brief = state.sessions.get(keyOf(session, place) + IN_PROCESS);
  if (brief) return brief.length > 0 ? brief : undefined;
  const own = state.sessions.get(keyOf(session, place));
  if (own || place.kind === 'folder' || !SESSION_FOLDERS.has(session)) return own;
  const other: Place = place.kind === 'home' ? USUAL : { kind: 'home', path: ROOT_HOME };
  const others = state.sessions.get(keyOf(session, other));
  return others && [...new Set([...others, NOBODY])];
}
