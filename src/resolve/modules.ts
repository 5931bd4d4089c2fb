//! Modules of code: the files that imports mean, each of them run once in a process.

import type { Span } from '../domain/span.ts';
import type { RunStep } from '../domain/step.ts';
import { CALLS_DEEP_MAX } from './budget.ts';
import { type Datum, datumText, stringDatum } from './datum.ts';
import { modulePaths } from './module-files.ts';
import { joinPath } from './paths.ts';
import { routineKey } from './repository.ts';
import { runRoutine } from './routines.ts';
import { findScript, SCRIPT } from './scripts.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

/** Whatever the repository does not hold is a library. */
export function runModule(step: RunStep, name: Datum, state: State, frame: Frame): void {
  const { at } = step;
  const text = datumText(name);
  const path =
    (text === undefined ? undefined : moduleFile(text, frame)) ??
    powershellFile(name, state, frame);
  if (path === undefined || isThere(path, at, state, frame)) return;
  const target = {
    type: SCRIPT,
    path,
    inputs: new Map(),
    valueFiles: [],
    arguments: undefined,
    isOpen: false,
    sharesProcess: true,
    link: { at, message: `takes in \`${path}\`` },
  };
  runRoutine(target, state, frame);
}

const ENDINGS = [
  '',
  '.ts',
  '.js',
  '.mjs',
  '.cjs',
  '.mts',
  '.tsx',
  '.jsx',
  '/index.ts',
  '/index.js',
];

/** Relative to the file that names it: a file, one with an ending to it, or one in a folder of that name. */
function moduleFile(name: string, { home, world }: Frame): string | undefined {
  const names = name.endsWith('.py')
    ? [name, name.replace(/\.py$/, '/__init__.py')]
    : [...ENDINGS.map(it => `${name}${it}`), name.replace(/\.([cm]?)js$/, '.$1ts')];
  for (const it of names) {
    const path = joinPath(home, it);
    if (path !== undefined && world.routines.has(routineKey(SCRIPT, path))) return path;
  }
  return undefined;
}

/** A module of PowerShell is looked for as scripts are. */
function powershellFile(name: Datum, state: State, frame: Frame): string | undefined {
  for (const path of modulePaths(name)) {
    const found = findScript(path, state, frame);
    if (found !== undefined && /\.psm?1$/i.test(found)) return found;
  }
  return undefined;
}

/** Whether the process has come to the module before; modules that need each other are no cycle. */
function isThere(path: string, at: Span, state: State, frame: Frame): boolean {
  const { running, world, entryPoint } = frame;
  const name = `module(${path})`;
  const key = routineKey(SCRIPT, path);
  const isKnown = state.variables.has(name) || running.has(key);
  state.variables.set(name, [stringDatum('true', at)]);
  if (isKnown || running.size >= CALLS_DEEP_MAX) return true;
  // What a person may start is most files of a program, each of which takes in most others.
  if (entryPoint.reach !== 'manual' || !world.ran.has(key)) return false;
  for (const { body } of world.routines.get(key) ?? []) {
    for (const step of body) {
      if (step.kind === 'define') state.functions.set(step.name, { body: step.body, at: step.at });
    }
  }
  return true;
}
