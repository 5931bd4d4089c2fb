//! Routines run with their parameters: composite actions, modules, reusable workflows, scripts.

import type { Inputs } from '../domain/call.ts';
import type { Routine } from '../domain/facts.ts';
import type { Link, Problem, Span } from '../domain/span.ts';
import type { Passed, RoutineType, RunStep } from '../domain/step.ts';
import type { Value } from '../domain/value.ts';
import { type Alternatives, type Datum, datumText, isManyElements, unknownDatum } from './datum.ts';
import { elementChoices } from './elements.ts';
import { givenEntries } from './entries.ts';
import { evaluate } from './evaluate.ts';
import { rejoin } from './join.ts';
import { runModule } from './modules.ts';
import { bindingsOf, inputsOf, isOpenTo } from './parameters.ts';
import { folderOf, joinPath } from './paths.ts';
import { inNewProcess } from './processes.ts';
import { noteUses, scopeInside, usedElsewhere } from './provider-names.ts';
import { runScriptFile, SCRIPT } from './scripts.ts';
import type { State } from './state.ts';
import { CALLS_DEEP_MAX, type Frame, routineKey } from './world.ts';

export interface Target {
  readonly type: RoutineType;
  /** Relative to the root. */
  readonly path: string;
  readonly inputs: ReadonlyMap<string, Alternatives>;
  /** Files with more values, relative to the root, in order; `undefined` for one that nobody can name. */
  readonly valueFiles: readonly (string | undefined)[];
  readonly filesBefore?: ReadonlyMap<string, number>;
  readonly arguments: readonly Datum[] | undefined;
  /** Whoever runs it is not in the repository: what is not given may be given there. */
  readonly isOpen: boolean;
  readonly sharesProcess: boolean;
  readonly passes?: Passed;
  readonly link: Link;
}

export function runStep(step: RunStep, state: State, frame: Frame): void {
  const data = evaluate(step.path, state, frame);
  const args = argumentsOf(step, state, frame);
  if (step.routine === SCRIPT) {
    const { sharesProcess, at } = step;
    const [path] = data;
    if (path && step.isModule) return runModule(step, path, state, frame);
    const isFound =
      path && runScriptFile({ path, arguments: args, sharesProcess, at }, state, frame);
    // A file of variables that is made when it runs: `source ./variables.env`.
    if (!isFound && sharesProcess) state.isOpen = true;
    return;
  }
  const found = pathNamed(step, data, state, frame);
  if (!found) return;
  const { path, text } = found;
  const inputs = givenEntries(step.inputs, state, frame);
  const isFound = runRoutine(
    {
      type: step.routine,
      path,
      inputs,
      valueFiles: [],
      arguments: args?.length === 0 ? undefined : args,
      isOpen: false,
      sharesProcess: step.sharesProcess,
      ...(step.passes ? { passes: step.passes } : {}),
      link: { at: step.at, message: step.title ?? `runs \`${path}\`` },
    },
    state,
    frame,
  );
  if (!isFound && step.passes) noteUses(usedElsewhere(step.passes), frame);
  if (!isFound && text.startsWith('.')) {
    const message = `\`${text}\` is not in this repository, or cannot be read, so what it does is not known`;
    frame.world.problems.push({ at: step.at, message });
  }
}

/** Of several ways to read them the first; `undefined` when one of them may be any number. */
function argumentsOf(step: RunStep, state: State, frame: Frame): readonly Datum[] | undefined {
  const all = step.arguments.flatMap(it => elementChoices(it, state, frame)[0] ?? []);
  return all.some(isManyElements) ? undefined : all;
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

function baseFolder(step: RunStep, state: State, frame: Frame): string | undefined {
  if (step.from === 'current-folder') return state.folder;
  return step.from === 'own-folder' ? frame.home : '.';
}

/** False when the repository does not hold it. */
export function runRoutine(target: Target, state: State, frame: Frame): boolean {
  const { world } = frame;
  const key = routineKey(target.type, target.path);
  const parts = world.routines.get(key);
  if (!parts) return false;
  const refusal = refusalOf(key, parts, target, frame);
  if (refusal) {
    world.problems.push(refusal);
    return true;
  }
  // What a person starts is not run by another because it runs what it is made of.
  if (frame.chain.length > 0 && target.path !== frame.origin) world.ran.add(key);
  if (isInert(key, target, frame)) return true;
  const bound = boundFrame(key, parts, target, state, frame);
  const runParts = (inside: State): void => {
    const before = inside.arguments;
    // A script that is sourced without arguments sees, and changes, those of the script that sources it.
    const hasOwn = target.arguments !== undefined || !target.sharesProcess;
    if (hasOwn) inside.arguments = target.arguments;
    for (const part of parts) world.runSteps(part.body, inside, bound);
    if (hasOwn) inside.arguments = before;
    rejoin(inside, 'function');
  };
  if (target.sharesProcess) runParts(state);
  else inNewProcess(state, runParts);
  return true;
}

/** Why it is not run: a cycle, or one that hides behind ever new paths. */
function refusalOf(
  key: string,
  parts: readonly Routine[],
  { path, link }: Target,
  { running }: Frame,
): Problem | undefined {
  const { at } = link;
  if (running.has(key) && !parts.some(it => it.mayRunItself))
    return { at, message: `\`${path}\` runs itself, which is not followed` };
  return running.size >= CALLS_DEEP_MAX
    ? { at, message: `\`${path}\` is called too deep to be followed` }
    : undefined;
}

function boundFrame(
  key: string,
  parts: readonly Routine[],
  target: Target,
  state: State,
  frame: Frame,
): Frame {
  const inside: Frame = {
    ...frame,
    chain: [...frame.chain, target.link],
    running: new Set([...frame.running, key]),
    scope: scopeInside(target.passes, frame),
    home: homeOf(target.path, parts),
    isOpen: frame.isOpen || isOpenTo(target, frame.world),
    inputs: new Map(),
    locals: new Map(),
  };
  const inputs = inputsOf(parts, target, state, inside);
  if (frame.root) frame.root.inputs ??= inputs;
  return { ...inside, inputs, locals: bindingsOf(parts, inputs, inside) };
}

/** A module that only declares adds nothing but the providers it uses. */
function isInert(key: string, { passes }: Target, frame: Frame): boolean {
  const providers = frame.world.inertness.providersOf(key);
  if (!providers) return false;
  noteUses(providers, { ...frame, scope: scopeInside(passes, frame) });
  return true;
}

export const givenInputs = (inputs: Inputs, at: Span): ReadonlyMap<string, Alternatives> =>
  new Map([...inputs].map(([name, value]) => [name, [datumOf(value, at)]]));

function datumOf(value: Value<string>, at: Span): Datum {
  switch (value.kind) {
    case 'known':
      return { kind: 'string', parts: [{ kind: 'text', text: value.value }], at: value.at };
    case 'unknown':
      return unknownDatum(value.why, value.at);
    case 'absent':
      return { kind: 'string', parts: [], at };
  }
}

/** A routine that is a folder stands in it; one that is a file, or a part of one, stands in the folder of the file. */
function homeOf(path: string, parts: readonly Routine[]): string {
  const part = parts.find(it => path === it.at.path || path.startsWith(`${it.at.path}#`));
  return part ? folderOf(part.at.path) : path;
}
