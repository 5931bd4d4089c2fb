//! Routines run with their parameters: composite actions, modules, reusable workflows, scripts.

import type { Inputs } from '../domain/call.ts';
import type { Entry } from '../domain/expression.ts';
import type { Parameter, Routine } from '../domain/facts.ts';
import type { Link, Span } from '../domain/span.ts';
import type { RoutineType, RunStep } from '../domain/step.ts';
import type { Value } from '../domain/value.ts';
import { type Alternatives, type Datum, datumText, unknownDatum, whyUnset } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { keepMachine, rejoin, rejoinAll } from './join.ts';
import { folderOf, joinPath } from './paths.ts';
import { runScriptFile } from './scripts.ts';
import { newState, type State, subshell } from './state.ts';
import { type Binding, CALLS_DEEP_MAX, type Frame, routineKey } from './world.ts';

export interface Target {
  readonly type: RoutineType;
  /** Relative to the root. */
  readonly path: string;
  readonly inputs: ReadonlyMap<string, Alternatives>;
  /** Files with more values, relative to the root, in order. */
  readonly valueFiles: readonly string[];
  readonly arguments: readonly Datum[] | undefined;
  /** Whoever runs it is not in the repository: what is not given may be given there. */
  readonly isOpen: boolean;
  readonly sharesProcess: boolean;
  readonly link: Link;
}

export function runStep(step: RunStep, state: State, frame: Frame): void {
  const [datum] = evaluate(step.path, state, frame);
  const args = step.arguments.flatMap(it => evaluate(it, state, frame).slice(0, 1));
  if (step.routine === 'script') {
    if (datum)
      runScriptFile(
        { path: datum, arguments: args, sharesProcess: step.sharesProcess, at: step.at },
        state,
        frame,
      );
    return;
  }
  const text = datum && datumText(datum);
  const path = text === undefined ? undefined : joinPath(baseFolder(step.routine, frame), text);
  if (path === undefined) return;
  const inputs = new Map(step.inputs.map(it => [it.name, evaluate(it.value, state, frame)]));
  const isFound = runRoutine(
    {
      type: step.routine,
      path,
      inputs,
      valueFiles: [],
      arguments: undefined,
      isOpen: false,
      sharesProcess: false,
      link: { at: step.at, message: `runs \`${path}\`` },
    },
    state,
    frame,
  );
  if (!isFound && text?.startsWith('.')) {
    const message = `\`${text}\` is not in this repository, so what it does is not known`;
    frame.world.problems.push({ at: step.at, message });
  }
}

/** Modules name each other from where they stand, the rest from the root. */
const baseFolder = (type: RoutineType, frame: Frame): string =>
  type === 'terraform-module' || type === 'bicep-file' ? frame.home : '.';

/** False when the repository does not hold it. */
export function runRoutine(target: Target, state: State, frame: Frame): boolean {
  const { world, running } = frame;
  const key = routineKey(target.type, target.path);
  const parts = world.routines.get(key);
  if (!parts) return false;
  if (running.has(key)) {
    world.problems.push({
      at: target.link.at,
      message: `\`${target.path}\` runs itself, which is not followed`,
    });
    return true;
  }
  if (running.size >= CALLS_DEEP_MAX) {
    world.problems.push({
      at: target.link.at,
      message: `\`${target.path}\` is called too deep to be followed`,
    });
    return true;
  }
  if (frame.chain.length > 0) world.ran.add(key);
  if (isInert(key, frame)) return true;
  const inside = target.sharesProcess ? state : subshell(state);
  const before = inside.arguments;
  if (target.arguments || !target.sharesProcess) inside.arguments = target.arguments;
  const home = homeOf(target.path, parts);
  const calls: Frame = {
    ...frame,
    chain: [...frame.chain, target.link],
    running: new Set([...running, key]),
    home,
    inputs: new Map(),
    locals: new Map(),
  };
  const inputs = inputsOf(parts, target, state, calls);
  const bound: Frame = { ...calls, inputs, locals: bindingsOf(parts, inputs, calls) };
  for (const part of parts) world.runSteps(part.body, inside, bound);
  inside.arguments = before;
  rejoin(inside, 'function');
  if (!target.sharesProcess) {
    rejoinAll(inside);
    keepMachine(state, inside);
  }
  return true;
}

/** A module that only declares adds nothing but the providers it uses. */
function isInert(key: string, frame: Frame): boolean {
  const providers = frame.world.inertness.providersOf(key);
  if (!providers) return false;
  for (const provider of providers) {
    const { implied } = frame.terraform ?? {};
    if (implied && !implied.has(provider)) implied.set(provider, new Map());
  }
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

/** A routine that is a folder stands in it; one that is a file stands in the folder of the file. */
function homeOf(path: string, parts: readonly Routine[]): string {
  return parts.some(part => part.at.path === path) ? folderOf(path) : path;
}

/** The command line wins over value files, those over the environment, that over the default. */
function inputsOf(
  parts: readonly Routine[],
  target: Target,
  state: State,
  frame: Frame,
): ReadonlyMap<string, Alternatives> {
  const values = fileValues(target, state, frame);
  const inputs = new Map<string, Alternatives>();
  const inside = { ...frame, inputs };
  for (const parameter of parts.flatMap(part => part.parameters)) {
    const { name } = parameter;
    const given =
      target.inputs.get(name) ??
      values.get(name) ??
      state.variables.get(`TF_VAR_${name}`) ??
      fallbackOf(parameter, target.isOpen, inside);
    if (given) inputs.set(name, given);
  }
  return inputs;
}

/** A default that is empty says that somebody may give a value; one that is not is the usual value. */
function fallbackOf(
  { name, fallback, at }: Parameter,
  isOpen: boolean,
  frame: Frame,
): Alternatives | undefined {
  if (!fallback) return undefined;
  const found = evaluate(fallback, newState(undefined), frame);
  const isEmpty = found.every(it => it.kind === 'absent' || datumText(it) === '');
  return isOpen && isEmpty ? [...found, unknownDatum(whyUnset(name), at)] : found;
}

function fileValues(target: Target, state: State, frame: Frame): ReadonlyMap<string, Alternatives> {
  const files = frame.world.valueFiles.filter(
    it => it.serves === target.path || target.valueFiles.includes(it.path),
  );
  const entries: readonly Entry[] = files.flatMap(file => file.values);
  return new Map(entries.map(it => [it.name, evaluate(it.value, state, frame)]));
}

/** Evaluated when first asked for; one that needs itself is unknown. */
function bindingsOf(
  parts: readonly Routine[],
  inputs: ReadonlyMap<string, Alternatives>,
  frame: Frame,
): ReadonlyMap<string, Binding> {
  const locals = new Map<string, Binding>();
  const inside: Frame = { ...frame, inputs, locals };
  for (const { name, value, at } of parts.flatMap(part => part.bindings)) {
    let found: Alternatives | undefined;
    let isBusy = false;
    locals.set(name, {
      evaluate: () => {
        if (found) return found;
        if (isBusy) return [unknownDatum({ kind: 'not-evaluated', text: name }, at)];
        isBusy = true;
        found = evaluate(value, newState(undefined), inside);
        return found;
      },
    });
  }
  return locals;
}
