//! What the command that initialises a root says of its backend: `-backend-config`.

import type { Inputs } from '../domain/call.ts';
import type { Runs } from '../domain/operation.ts';
import { known, type Value } from '../domain/value.ts';
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
  for (const file of runs.valueFiles) {
    const path = pathIn(folder, file);
    if (path === undefined) continue;
    for (const [name, value] of settingsIn(path, runs.action, folder, frame))
      config.set(name, value);
  }
  for (const [name, value] of runs.inputs) {
    if (name.startsWith(BACKEND_INPUT)) config.set(name.slice(BACKEND_INPUT.length), value);
  }
  return config;
}

function settingsIn(
  path: string,
  action: string,
  folder: string | undefined,
  frame: Frame,
): Iterable<readonly [string, Value<string>]> {
  const [file] = frame.world.valueFilesAt(path);
  if (file) {
    // `init` takes no other files than those.
    const isBackend = file.type === BACKEND || (file.type === MODULE && action === INIT);
    return isBackend
      ? file.values.flatMap(({ name, value }) => {
          const [datum] = evaluate(value, newState(folder), frame);
          return datum ? [[name, datumValue(datum, [])] as const] : [];
        })
      : [];
  }
  return action === INIT ? settingsInText(path, frame) : [];
}

/** One of a name that says nothing: `key = "value"` in lines is all that such files hold. */
function settingsInText(path: string, frame: Frame): readonly (readonly [string, Value<string>])[] {
  const text = frame.world.input.texts.get(path) ?? '';
  return [...text.matchAll(/^[ \t]*([a-z]\w*)[ \t]*=[ \t]*"?([^"\r\n#]*)/gm)].map(
    ({ 0: line, 1: name = '', 2: value = '', index }) => {
      const at = { path, start: index, end: index + line.length };
      return [name, known(value.trim(), at)] as const;
    },
  );
}
