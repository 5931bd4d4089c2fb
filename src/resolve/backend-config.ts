//! What the command that initialises a root says of its backend: `-backend-config`.

import type { Inputs } from '../domain/call.ts';
import type { Runs } from '../domain/operation.ts';
import type { Value } from '../domain/value.ts';
import { datumValue } from './datum-value.ts';
import { evaluate } from './evaluate.ts';
import { pathIn } from './paths.ts';
import { newState } from './state.ts';
import type { Frame } from './world.ts';

const BACKEND = 'terraform-backend';
const MODULE = 'terraform-module';

/** A root that is only initialised reads its backend: its providers do nothing. */
export const INIT = 'init';

/** `-backend-config=key=value` wins over the block. */
export function withBackendConfig(args: Inputs, frame: Frame): Inputs {
  const all = new Map(args);
  for (const [name, value] of frame.backendConfig) all.set(name, value);
  return all;
}

const BACKEND_INPUT = 'backend.';

/** From the command line, and from the files that it names; the command line wins. */
export function backendConfigOf(
  runs: Runs & { kind: 'routine' },
  folder: string | undefined,
  frame: Frame,
): Inputs {
  const config = new Map<string, Value<string>>();
  const paths = folder === undefined ? [] : runs.valueFiles.flatMap(it => pathIn(folder, it) ?? []);
  for (const file of paths.flatMap(it => frame.world.valueFilesAt(it))) {
    // `init` takes no other files than those.
    const isBackend = file.type === BACKEND || (file.type === MODULE && runs.action === INIT);
    if (!isBackend) continue;
    for (const { name, value } of file.values) {
      const [datum] = evaluate(value, newState(folder), frame);
      if (datum) config.set(name, datumValue(datum, []));
    }
  }
  for (const [name, value] of runs.inputs) {
    if (name.startsWith(BACKEND_INPUT)) config.set(name.slice(BACKEND_INPUT.length), value);
  }
  return config;
}
