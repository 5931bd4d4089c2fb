//! A step that runs another file of the repository: which it is, and what it is given.

import type { RunStep } from '../domain/step.ts';
import { ABSENT } from '../domain/value.ts';
import { type Alternatives, combinations, type Datum, datumText, isManyElements } from './datum.ts';
import { elementChoices } from './elements.ts';
import { givenEntries } from './entries.ts';
import { evaluate } from './evaluate.ts';
import { join } from './join.ts';
import { runModule } from './modules.ts';
import { joinPath } from './paths.ts';
import { runProgram } from './program-runs.ts';
import { noteUses, usedElsewhere } from './provider-names.ts';
import { routineKey } from './repository.ts';
import { runRoutine } from './routines.ts';
import { noteMissing, runScriptFile, SCRIPT } from './scripts.ts';
import { copyOf, type State } from './state.ts';
import type { Frame } from './world.ts';

export function runStep(step: RunStep, state: State, frame: Frame): void {
  if (step.routine === SCRIPT && !step.files) return runScript(step, state, frame);
  const data = evaluate(step.path, state, frame);
  const args = argumentsOf(step, state, frame);
  if (step.files) return runProgram(step, step.files, data, args, state, frame);
  const found = pathNamed(step, data, state, frame);
  if (!found) return noteElsewhere(step, frame);
  const { path, text } = found;
  const inputs = givenEntries(step.inputs, state, frame);
  const isFound = runRoutine(
    {
      type: step.routine,
      path,
      inputs,
      valueFiles: filesNamed(step, state, frame),
      arguments: args?.length === 0 ? undefined : args,
      isOpen: false,
      sharesProcess: step.sharesProcess,
      ...(step.passes ? { passes: step.passes } : {}),
      link: { at: step.at, message: step.title ?? `runs \`${path}\`` },
      ...(step.title === undefined ? {} : { title: step.title }),
    },
    state,
    frame,
  );
  if (!isFound) noteElsewhere(step, frame);
  if (!isFound && text.startsWith('.')) {
    const message = `\`${text}\` is not in this repository, or cannot be read, so what it does is not known`;
    frame.world.problems.push({ at: step.at, message });
  }
}

/** More ways to read a path and its arguments than these are not told apart. */
const WAYS_MAX = 8;

/** Every script that the path may name, with all that it may be given. */
function runScript(step: RunStep, state: State, frame: Frame): void {
  const paths = evaluate(step.path, state, frame);
  const [path] = paths;
  if (path && step.isModule) return runModule(step, path, state, frame);
  const given = step.arguments.map(it => elementChoices(it, state, frame));
  const rows = combinations([paths.map(it => [it]), ...given], WAYS_MAX) ?? [
    [[path ?? ABSENT], ...given.map(it => it[0] ?? [])],
  ];
  const ways = rows.map(row => {
    const way = rows.length === 1 ? state : copyOf(state);
    const [file = ABSENT, ...args] = row.flat();
    runOneScript(step, file, args, way, frame);
    return way;
  });
  if (ways.length > 1) join(state, ways);
}

function runOneScript(
  { sharesProcess, at }: RunStep,
  path: Datum,
  given: readonly Datum[],
  state: State,
  frame: Frame,
): void {
  const args = given.some(isManyElements) ? undefined : given;
  const isFound = runScriptFile({ path, arguments: args, sharesProcess, at }, state, frame);
  // A file of variables that is made when it runs: `source ./variables.env`.
  if (!isFound && sharesProcess) state.isOpen = true;
  if (!isFound) noteMissing(path, at, frame);
}

/** Of a module that is not here only what it is given is known. */
function noteElsewhere({ passes, routine }: RunStep, frame: Frame): void {
  if (passes) noteUses(usedElsewhere(passes), frame);
  else if (frame.root && routine === MODULE) frame.root.isElsewhere = true;
}

const MODULE = 'terraform-module';

/** Of several ways to read them the first; `undefined` when one of them may be any number. */
function argumentsOf(step: RunStep, state: State, frame: Frame): readonly Datum[] | undefined {
  const all = step.arguments.flatMap(it => elementChoices(it, state, frame)[0] ?? []);
  return all.some(isManyElements) ? undefined : all;
}

/** Those that are there: of the others nobody knows whether they are. */
function filesNamed(step: RunStep, state: State, frame: Frame): readonly string[] {
  const [list] = step.valueFiles ? evaluate(step.valueFiles, state, frame) : [];
  const base = baseFolder(step, state, frame);
  if (list?.kind !== 'list' || base === undefined) return [];
  return list.items.flatMap(item => {
    const text = datumText(item);
    const path = text === undefined ? undefined : joinPath(base, text);
    return path !== undefined && frame.world.valueFilesAt(path).length > 0 ? [path] : [];
  });
}

/** The first that the repository holds; else the first. */
function pathNamed(
  step: RunStep,
  data: Alternatives,
  state: State,
  frame: Frame,
): { readonly path: string; readonly text: string } | undefined {
  const base = baseFolder(step, state, frame);
  const all = data.flatMap(datum => {
    const text = datumText(datum);
    const path = text === undefined || base === undefined ? undefined : joinPath(base, text);
    return text === undefined || path === undefined ? [] : [{ path, text }];
  });
  return all.find(it => frame.world.routines.has(routineKey(step.routine, it.path))) ?? all[0];
}

export function baseFolder(step: RunStep, state: State, frame: Frame): string | undefined {
  if (step.from === 'current-folder') return state.folder;
  return step.from === 'own-folder' ? frame.home : '.';
}
