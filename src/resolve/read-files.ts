//! Files of the repository as values: `file("x.sh")`, `templatefile(…)`, `loadTextContent('x.sh')`.

import { type Region, wholeFile } from '../domain/region.ts';
import type { Span } from '../domain/span.ts';
import { type Datum, datumText, stringDatum, unknownDatum } from './datum.ts';
import { folderOf, joinPath } from './paths.ts';
import { routineKey } from './repository.ts';
import { expressionOf } from './templates.ts';
import type { Frame } from './world.ts';

export function readFile(path: Datum | undefined, at: Span, frame: Frame): Datum | undefined {
  const region = fileRegion(path, frame);
  const name = (path && datumText(path)) ?? 'a file';
  if (!region) return unknownDatum({ kind: 'not-in-repository', name }, at);
  return { kind: 'string', parts: [{ kind: 'text', text: region.text }], at, region };
}

/** `templatefile(path, vars)`: `${name}` in the file is the variable. */
export function readTemplate(
  [path, variables]: readonly Datum[],
  at: Span,
  frame: Frame,
): Datum | undefined {
  const region = fileRegion(path, frame);
  if (!region) return readFile(path, at, frame);
  const values = variables?.kind === 'object' ? variables.entries : new Map<string, Datum>();
  const holes = [...region.text.matchAll(/(?<!\$)\$\{\s*([A-Za-z_][\w-]*)\s*\}/g)].flatMap(
    match => {
      const value = values.get(match[1] ?? '');
      if (!value) return [];
      const end = match.index + match[0].length;
      return [{ start: match.index, end, expression: expressionOf(value, at) }];
    },
  );
  return {
    kind: 'string',
    parts: [{ kind: 'text', text: region.text }],
    at,
    region: { ...region, holes },
  };
}

/** The nearest file of that name above the folder of the unit, or else of the file that asks, as a path from the root. */
export function findInParents(
  [name, otherwise]: readonly Datum[],
  at: Span,
  frame: Frame,
): Datum | undefined {
  const text = name && datumText(name);
  if (text === undefined) return undefined;
  // Where one file includes another, both look from where the command runs.
  for (let folder = frame.root ? frame.rootFolder : frame.home; folder !== '.'; ) {
    folder = folderOf(folder);
    const path = joinPath(folder, text);
    if (path !== undefined && frame.world.input.texts.get(path) !== undefined) {
      return stringDatum(`/${path}`, at);
    }
  }
  return otherwise ?? unknownDatum({ kind: 'not-in-repository', name: text }, at);
}

/** A file of `NAME=value` lines: an object, without those that are empty. */
export function readVariables(path: Datum | undefined, at: Span, frame: Frame): Datum | undefined {
  const region = fileRegion(path, frame);
  if (!region) return undefined;
  const entries = new Map<string, Datum>();
  for (const match of region.text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=([^\r\n]*)/gm)) {
    const text = (match[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
    const parts = text === '' ? [] : [{ kind: 'text' as const, text }];
    entries.set(match[1] ?? '', { kind: 'string', parts, at });
  }
  return { kind: 'object', entries, at };
}

/** Terraform writes `"${path.module}/x.sh"`, which is relative to the root already; `x.sh` is relative to the file. */
function fileRegion(path: Datum | undefined, frame: Frame): Region | undefined {
  const name = path && datumText(path);
  if (name === undefined) return undefined;
  for (const candidate of [joinPath(frame.home, name), joinPath('.', name)]) {
    const text = candidate === undefined ? undefined : frame.world.input.texts.get(candidate);
    if (candidate === undefined || text === undefined) continue;
    // A script that is read is run by whoever gets its text, not by hand.
    for (const type of frame.world.textTypes) {
      frame.world.ran.add(routineKey(type, candidate));
      frame.world.ranUnwatched.add(routineKey(type, candidate));
    }
    return wholeFile(candidate, text);
  }
  return undefined;
}
