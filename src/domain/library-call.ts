//! A call of a library in code, as every language gives it: the construct `library-call`.

import { type Call, type ConstructCall, type Inputs, inputOf } from './call.ts';
import type { Span } from './span.ts';
import { ABSENT, textOf, type Value } from './value.ts';

const LIBRARY_CALL = 'library-call';

export interface LibraryCall {
  /** Where the name may come from: one, or several where a file takes in whole namespaces. */
  readonly libraries: readonly string[];
  /** The class of the object whose method it is; `?` when that is not known, empty for a constructor or a function. */
  readonly owner: string;
  /** The class, function or method. */
  readonly member: string;
  readonly arguments: Inputs;
  readonly at: Span;
}

export const isLibraryCall = (call: Call): call is ConstructCall =>
  call.kind === 'construct' && call.type === LIBRARY_CALL;

/** `undefined` when the call is something else. */
export function libraryCallOf(call: Call): LibraryCall | undefined {
  if (!isLibraryCall(call)) return undefined;
  const name = textOf(inputOf(call.args, 'name'));
  if (name === undefined) return undefined;
  const dot = name.lastIndexOf('.');
  return {
    libraries: libraryNames(call.args, 'library'),
    owner: dot < 0 ? '' : name.slice(0, dot),
    member: name.slice(dot + 1),
    arguments: call.args,
    at: call.at,
  };
}

/** One, or those that it may be, apart by spaces. */
const libraryNames = (args: Inputs, key: string): readonly string[] =>
  textOf(inputOf(args, key))
    ?.split(' ')
    .filter(it => it !== '') ?? [];

/** What an argument is when the file shows an object being made: its class, and from which libraries that may come. */
export interface MadeObject {
  readonly name: string;
  readonly libraries: readonly string[];
}

/** `undefined` for every other argument. `key` is its place or name. */
export function madeObjectAt(call: LibraryCall, key: string): MadeObject | undefined {
  const name = textOf(inputOf(call.arguments, `${key}.name`));
  const libraries = libraryNames(call.arguments, `${key}.library`);
  return name === undefined || libraries.length === 0 ? undefined : { name, libraries };
}

/** An argument by one of its names, however a language spells them (`client_id`, `ClientId`), or by its place. */
export function argumentOf(
  { arguments: given }: LibraryCall,
  names: readonly string[],
  place: number | undefined,
): Value<string> {
  const wanted = new Set(names.map(plainName));
  for (const [name, value] of given) {
    // A field of an options object is as good as a named argument.
    const own = name.replace(/^\d+\./, '').replace(/\.0$/, '');
    if (wanted.has(plainName(own))) return value;
  }
  if (place === undefined) return ABSENT;
  const value = inputOf(given, String(place));
  return value.kind === 'absent' ? inputOf(given, `${place}.0`) : value;
}

const plainName = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** Whether a call may be that of a library: of the module itself or of one inside it. */
export const isFrom = (call: Pick<LibraryCall, 'libraries'>, library: string): boolean =>
  call.libraries.some(it => it === library || isInside(it, library));

const isInside = (name: string, library: string): boolean =>
  name.startsWith(library) && /[./]/.test(name.charAt(library.length));

/** Who signed in, in a file of code: by whatever object, or by one of that class. */
export const codeSession = (path: string, className?: string): string =>
  className === undefined ? `code ${path}` : `code ${path} ${className}`;

/** The class of the object that a call makes or is a method of: what `codeSession` knows it by. */
export const classOf = ({ owner, member }: Pick<LibraryCall, 'owner' | 'member'>): string =>
  owner === '' ? member : owner;
