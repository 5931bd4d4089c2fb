//! The neutral functions that expressions call: `format`, `join`, `read-file` and their like.

import type { Expression } from '../domain/expression.ts';
import type { Span } from '../domain/span.ts';
import { decodeBase64 } from './base64.ts';
import { boundArgument } from './bound-arguments.ts';
import {
  concat,
  holds,
  lookup,
  merge,
  namedValues,
  override,
  slice,
  split,
  withEntries,
} from './collections.ts';
import {
  type Alternatives,
  alternatives,
  combinations,
  type Datum,
  datumText,
  inCase,
  isManyElements,
  partsOf,
  stringDatum,
  unknownDatum,
} from './datum.ts';
import { format } from './format.ts';
import { decodedJson } from './json.ts';
import { withLowerNames } from './members.ts';
import { afterOptions, option } from './options.ts';
import { folderOf } from './paths.ts';
import { readBindings } from './read-bindings.ts';
import { findInParents, readFile, readTemplate, readVariables } from './read-files.ts';
import type { Frame } from './world.ts';

type NeutralFunction = (args: readonly Datum[], at: Span, frame: Frame) => Datum | undefined;

const COMBINATIONS_MAX = 8;

/** An argument that makes the result unknowable makes it unknown; it never throws. */
export function callFunction(
  call: Expression & { kind: 'call' },
  args: readonly Alternatives[],
  frame: Frame,
): Alternatives {
  const { name, at } = call;
  const unknown = unknownDatum({ kind: 'not-evaluated', text: `${name}(…)` }, at);
  const run = FUNCTIONS.get(name);
  const rows = combinations(args, COMBINATIONS_MAX);
  if (!run || !rows) return [unknown];
  return alternatives(
    rows.map(row => run(row, at, frame) ?? unknown),
    at,
  );
}

const FUNCTIONS: ReadonlyMap<string, NeutralFunction> = new Map<string, NeutralFunction>([
  ['format', format],
  ['join', joinList],
  ['concat', (args, at) => concat(args, at)],
  ['merge', (args, at) => merge(args, at)],
  ['coalesce', (args, at) => coalesce(args, at)],
  ['lower-names', ([it]) => withLowerNames(it)],
  ['with-entries', ([of, added], at) => withEntries(of, added, at)],
  ['lookup', lookup],
  ['override', override],
  ['slice', slice],
  ['split', split],
  ['holds', holds],
  ['count', ([of], at) => count(of, at)],
  ['length', ([of], at) => lengthOf(of, at)],
  ['option', option],
  ['after-options', afterOptions],
  ['named-values', ([list], at) => namedValues(list, at)],
  ['replace', replace],
  ['lower', ([it]) => inCase(it, text => text.toLowerCase())],
  ['upper', ([it]) => inCase(it, text => text.toUpperCase())],
  ['trim', ([it], at) => mapped(it, at, text => text.trim())],
  ['to-string', ([it]) => it],
  ['truth', ([it], at) => truth(it, at)],
  ['bound-argument', (args, at) => boundArgument(args, at)],
  ['read-file', ([path], at, frame) => readFile(path, at, frame)],
  ['read-template', readTemplate],
  ['find-in-parents', findInParents],
  ['read-bindings', readBindings],
  ['folder-of', ([path], at) => mapped(path, at, folderOf)],
  ['read-variables', ([path], at, frame) => readVariables(path, at, frame)],
  // An encoded value is kept as it is: only a script or a credential inside it is of interest, and decoding gives it back.
  ['encode-base64', ([it]) => it],
  ['decode-base64', ([it], at) => decodeBase64(it, at)],
  ['encode-json', ([it]) => it],
  ['decode-json', ([it], at) => decodedJson(it, at)],
  // With a slash in front a path counts from the repository's root, whatever the current folder is.
  ['module-folder', (_, at, frame) => stringDatum(`/${frame.home}`, at)],
  ['workspace', (_, __, frame) => frame.root?.workspace],
  ['root-folder', (_, at, frame) => stringDatum(`/${frame.rootFolder}`, at)],
]);

/** Of a list in which an item may be any number of them, nobody can tell. */
function count(of: Datum | undefined, at: Span): Datum | undefined {
  if (of?.kind === 'object') return stringDatum(String(of.entries.size), at);
  return of?.kind === 'list' && !of.items.some(isManyElements)
    ? stringDatum(String(of.items.length), at)
    : undefined;
}

/** Of a text its characters. */
function lengthOf(of: Datum | undefined, at: Span): Datum | undefined {
  const text = of && datumText(of);
  return text === undefined ? count(of, at) : stringDatum(String(text.length), at);
}

function joinList(args: readonly Datum[], at: Span): Datum | undefined {
  const [separator, list] = args;
  const between = separator && datumText(separator);
  if (between === undefined || list?.kind !== 'list') return undefined;
  // An item that may be none leaves no separator behind.
  if (list.items.some(isManyElements)) return undefined;
  const parts = list.items.flatMap((item, index) =>
    index === 0 ? partsOf(item) : [{ kind: 'text' as const, text: between }, ...partsOf(item)],
  );
  return { kind: 'string', parts, at };
}

/** The first that is neither missing nor empty; empty when all are, and nobody outside can have set one. */
function coalesce(args: readonly Datum[], at: Span): Datum | undefined {
  const found = args.find(
    it => it.kind !== 'absent' && it.kind !== 'unset' && datumText(it) !== '',
  );
  return found ?? (args.some(it => it.kind === 'unset') ? undefined : stringDatum('', at));
}

/** What PowerShell takes for true, of texts: anything but nothing, zero and `$false`. */
function truth(datum: Datum | undefined, at: Span): Datum | undefined {
  if (datum?.kind === 'absent') return stringDatum('False', at);
  const text = datum && datumText(datum);
  return text === undefined
    ? undefined
    : stringDatum(/^(?:0|false|)$/i.test(text) ? 'False' : 'True', at);
}

function replace([of, from, to]: readonly Datum[], at: Span): Datum | undefined {
  const text = of && datumText(of);
  const search = from && datumText(from);
  const by = to && datumText(to);
  if (text === undefined || search === undefined || by === undefined) return undefined;
  // Between slashes Terraform means a regular expression, which is not run.
  return search.startsWith('/') ? undefined : stringDatum(text.split(search).join(by), at);
}

function mapped(
  datum: Datum | undefined,
  at: Span,
  change: (text: string) => string,
): Datum | undefined {
  const text = datum && datumText(datum);
  return text === undefined ? undefined : stringDatum(change(text), at);
}
