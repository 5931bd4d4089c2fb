//! What another file of configuration binds, as a value: `read_terragrunt_config("env.hcl").locals.region`.

import type { Span } from '../domain/span.ts';
import { CALLS_DEEP_MAX } from './budget.ts';
import { type Alternatives, blended, type Datum, datumText, unknownDatum } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { bindingsOf } from './parameters.ts';
import { folderOf, joinPath } from './paths.ts';
import { routineKey } from './repository.ts';
import { newState } from './state.ts';
import type { Frame } from './world.ts';

const FILE = 'terragrunt-file';

/**
 * An object of `locals` and `inputs`, each of them an object; of a file that reads itself nothing is known.
 * It looks for files from the folder that is given, or else from its own.
 */
export function readBindings(
  [path, from]: readonly Datum[],
  at: Span,
  frame: Frame,
): Datum | undefined {
  const name = path && datumText(path);
  const file = name === undefined ? undefined : joinPath(frame.home, name);
  if (name === undefined || file === undefined) return undefined;
  const { world, running } = frame;
  const routine = routineKey(FILE, file);
  const parts = world.routines.get(routine);
  if (!parts) return unknownDatum({ kind: 'not-in-repository', name }, at);
  const key = `bindings:${file}`;
  if (running.has(key) || running.size >= CALLS_DEEP_MAX) return undefined;
  world.ran.add(routine);
  const home = folderOf(file);
  const rootFolder = joinPath('.', (from && datumText(from)) ?? home) ?? home;
  const around = { ...frame, home, rootFolder, running: new Set([...running, key]) };
  const locals = bindingsOf(parts, new Map(), around);
  const inside: Frame = { ...around, locals };
  const inputs = parts
    .flatMap(part => part.parameters)
    .flatMap(it => (it.fallback ? [[it.name, it.fallback] as const] : []))
    .map(([of, value]) => [of, evaluate(value, newState(undefined), inside)] as const);
  const bound = [...locals].map(([of, it]) => [of, it.evaluate()] as const);
  const entries = new Map([
    ['locals', objectOf(bound, at)],
    ['inputs', objectOf(inputs, at)],
  ]);
  return { kind: 'object', entries, at };
}

const objectOf = (entries: readonly (readonly [string, Alternatives])[], at: Span): Datum => ({
  kind: 'object',
  entries: new Map(entries.map(([name, all]) => [name, blended(all, at)])),
  at,
});
