//! Routines run with their parameters: composite actions, modules, reusable workflows, scripts.

import type { Inputs } from '../domain/call.ts';
import type { Routine } from '../domain/facts.ts';
import type { Link, Problem, Span } from '../domain/span.ts';
import type { Passed, RoutineType } from '../domain/step.ts';
import type { Value } from '../domain/value.ts';
import { CALLS_DEEP_MAX } from './budget.ts';
import { type Alternatives, type Datum, unknownDatum } from './datum.ts';
import { endingWith } from './join.ts';
import { bindingsOf, inputsOf, isOpenTo } from './parameters.ts';
import { folderOf } from './paths.ts';
import { inNewProcess } from './processes.ts';
import { noteUses, scopeInside } from './provider-names.ts';
import { routineKey } from './repository.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

export interface Target {
  readonly type: RoutineType;
  /** Relative to the root. */
  readonly path: string;
  readonly inputs: ReadonlyMap<string, Alternatives>;
  /** Files with more values, relative to the root, in order; `undefined` for one that nobody can name. */
  readonly valueFiles: readonly (string | undefined)[];
  readonly filesBefore?: ReadonlyMap<string, number>;
  readonly written?: ReadonlyMap<string, Alternatives>;
  readonly arguments: readonly Datum[] | undefined;
  /** Whoever runs it is not in the repository: what is not given may be given there. */
  readonly isOpen: boolean;
  readonly sharesProcess: boolean;
  readonly passes?: Passed;
  readonly link: Link;
  /** What a problem calls it, when the path says little: "task `deploy`". */
  readonly title?: string;
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
  if (frame.chain.length > 0 && target.path !== frame.origin) noteRun(key, frame);
  if (isInert(key, target, frame)) return true;
  const bound = boundFrame(key, parts, target, state, frame);
  const runParts = (inside: State): void => {
    const before = inside.arguments;
    // A script that is sourced without arguments sees, and changes, those of the script that sources it.
    const hasOwn = target.arguments !== undefined || !target.sharesProcess;
    if (hasOwn) inside.arguments = target.arguments;
    endingWith('function', inside, () => {
      for (const part of parts) world.runSteps(part.body, inside, bound);
      if (hasOwn) inside.arguments = before;
    });
  };
  if (target.sharesProcess) runParts(state);
  else inNewProcess(state, runParts);
  return true;
}

function noteRun(key: string, { world, entryPoint }: Frame): void {
  world.ran.add(key);
  if (entryPoint.reach !== 'manual') world.ranUnwatched.add(key);
}

/** Why it is not run: a cycle, or one that hides behind ever new paths. */
function refusalOf(
  key: string,
  parts: readonly Routine[],
  { path, link, title = `\`${path}\`` }: Target,
  { running }: Frame,
): Problem | undefined {
  const { at } = link;
  if (running.has(key) && !parts.some(it => it.mayRunItself))
    return { at, message: `${title} runs itself, which is not followed` };
  return running.size >= CALLS_DEEP_MAX
    ? { at, message: `${title} is called too deep to be followed` }
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
