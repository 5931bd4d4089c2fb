//! Files of values that a run writes before it runs their root: `cat > terraform.tfvars <<EOF`.

import { HOLE } from '../domain/value.ts';
import { type Alternatives, type Datum, stringDatum, unknownDatum } from './datum.ts';
import { folderOf } from './paths.ts';
import type { State } from './state.ts';

/** Those that Terraform reads by itself. */
const AUTOMATIC = /(?:^|\/)(?:terraform|[^/]*\.auto)\.tfvars$/;

const LINE = /^[ \t]*([A-Za-z_][\w-]*)[ \t]*=[ \t]*([^\r\n]*)/gm;

/** By the names of variables; lists and objects are unknown. */
export function writtenValues(
  folder: string | undefined,
  { written }: State,
): ReadonlyMap<string, Alternatives> {
  const values = new Map<string, Alternatives>();
  if (folder === undefined) return values;
  for (const path of written.keys()) {
    const datum = AUTOMATIC.test(path) && folderOf(path) === folder ? written.get(path) : undefined;
    if (datum?.kind === 'string') for (const [name, it] of linesOf(datum)) values.set(name, [it]);
  }
  return values;
}

function linesOf(file: Datum & { kind: 'string' }): readonly (readonly [string, Datum])[] {
  const text = file.parts.map(it => (it.kind === 'text' ? it.text : HOLE)).join('');
  const unknown = file.parts.find(it => it.kind === 'unknown');
  return [...text.matchAll(LINE)].map(([, name = '', rest = '']) => {
    const value = /^"([^"]*)"/.exec(rest)?.[1] ?? rest.trim();
    const isKnown = !value.includes(HOLE) && !/^[[{<]/.test(value);
    const why =
      unknown?.kind === 'unknown' ? unknown.why : ({ kind: 'not-evaluated', text: name } as const);
    return [name, isKnown ? stringDatum(value, file.at) : unknownDatum(why, file.at)] as const;
  });
}
