//! Programs of several files: all of them are run in one process, and what none of them is seen to call may be called.

import type { Routine } from '../domain/facts.ts';
import type { ProgramFiles } from '../domain/program-files.ts';
import type { Span } from '../domain/span.ts';
import type { DefineStep, RoutineType, RunStep } from '../domain/step.ts';
import { baseFolder } from './called-routines.ts';
import { type Alternatives, type Datum, datumText } from './datum.ts';
import { join, keepMachine, rejoinAll } from './join.ts';
import { dropOwn } from './own-variables.ts';
import { folderOf, joinPath } from './paths.ts';
import { routineKey } from './repository.ts';
import { runRoutine } from './routines.ts';
import { copyOf, type State, subshell } from './state.ts';
import { type Frame, placeKey } from './world.ts';

export function runProgram(
  step: RunStep,
  files: ProgramFiles,
  [path]: Alternatives,
  args: readonly Datum[] | undefined,
  state: State,
  frame: Frame,
): void {
  const text = path && datumText(path);
  const base = files.within === undefined ? baseFolder(step, state, frame) : undefined;
  const folder = text === undefined ? undefined : folderNamed(text, files, base, frame);
  if (folder === undefined) return;
  if (files.within !== undefined && isThere(folder, step.at, state, frame)) return;
  const all = routinesIn(folder, step.routine, files, frame);
  if (files.isOnly && all.length > 1) return;
  const inside = step.sharesProcess ? state : subshell(state);
  if (!step.sharesProcess) dropOwn(inside);
  // What only defines comes before what begins by itself, which may call it unseen.
  const [parts, starts] = [false, true].map(it => all.filter(one => startsItself(one) === it));
  for (const some of [parts ?? [], starts ?? []]) runFiles(some, step, args, inside, frame);
  if (step.sharesProcess) return;
  rejoinAll(inside);
  keepMachine(state, inside);
}

function folderNamed(
  path: string,
  { within }: ProgramFiles,
  base: string | undefined,
  { world }: Frame,
): string | undefined {
  if (within === undefined) return base === undefined ? undefined : joinPath(base, path);
  for (let name = path; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('/'), 0))) {
    const [routine] = world.routines.get(routineKey(within, name)) ?? [];
    if (routine) return joinPath(folderOf(routine.at.path), `.${path.slice(name.length)}`);
  }
  return undefined;
}

/** A package that several files of a program take in runs once; what a person starts is most files, each of which takes in most others. */
function isThere(folder: string, at: Span, state: State, frame: Frame): boolean {
  if (frame.entryPoint.reach === 'manual') return true;
  const name = `package(${folder})`;
  const isKnown = state.variables.has(name);
  state.variables.set(name, [{ kind: 'string', parts: [{ kind: 'text', text: 'true' }], at }]);
  return isKnown;
}

/** Without tests and what is generated, unless there is nothing else. */
function routinesIn(
  folder: string,
  type: RoutineType,
  files: ProgramFiles,
  { world }: Frame,
): readonly Routine[] {
  const start = folder === '.' ? '' : `${folder}/`;
  const all = [...world.routines.values()].flatMap(([it]) => {
    if (it?.type !== type || !it.path.startsWith(start) || !`/${it.path}`.endsWith(files.ending))
      return [];
    const isBelow = it.path.slice(start.length).includes('/');
    return isBelow && files.where === 'folder' ? [] : it;
  });
  const own = all.filter(it => !world.asides.has(it.path));
  return own.length > 0 ? own : all;
}

const startsItself = ({ body }: Routine): boolean =>
  body.some(it => it.kind === 'command' || it.kind === 'script' || it.kind === 'construct');

function runFiles(
  files: readonly Routine[],
  step: RunStep,
  args: readonly Datum[] | undefined,
  state: State,
  frame: Frame,
): void {
  const { calledFunctions } = frame.world;
  const defined = files.flatMap(it => it.body.flatMap(one => (one.kind === 'define' ? one : [])));
  const before = defined.filter(it => calledFunctions.delete(placeKey(it.at)));
  for (const { type, path } of files) {
    const link = { at: step.at, message: `runs \`${path}\`` };
    const target = { type, path, inputs: new Map(), valueFiles: [], arguments: args, link };
    runRoutine({ ...target, isOpen: false, sharesProcess: true }, state, frame);
  }
  for (const it of defined) runUncalled(it, state, frame);
  for (const it of before) calledFunctions.add(placeKey(it.at));
}

/** Another file may call it. */
function runUncalled({ body, at }: DefineStep, state: State, frame: Frame): void {
  const { calledFunctions } = frame.world;
  const place = placeKey(at);
  if (calledFunctions.has(place)) return;
  calledFunctions.add(place);
  const way = copyOf(state);
  const chain = [...frame.chain, { at, message: 'runs what a file of the program defines' }];
  const inside = { ...frame, chain, home: folderOf(at.path), isConditional: true };
  frame.world.runSteps(body, way, inside);
  join(state, [way, copyOf(state)]);
}
