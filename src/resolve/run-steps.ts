//! Steps one after the other: the abstract run of a pipeline, script or infrastructure file.

import type { Region } from '../domain/region.ts';
import { declaredLanguage } from '../domain/script-language.ts';
import type { DefineStep, ScriptStep, Step } from '../domain/step.ts';
import { textRegion } from '../domain/word-expression.ts';
import { branch } from './branches.ts';
import { STEPS_DEEP_MAX } from './budget.ts';
import { runStep } from './called-routines.ts';
import { runComponent, runConstruct } from './calls.ts';
import { runCommand } from './commands.ts';
import { datumText } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { folderAfter } from './folders.ts';
import { join } from './join.ts';
import { loop } from './loops.ts';
import { dropOwn } from './own-variables.ts';
import { isUnder, runDetached, runScope } from './scopes.ts';
import { copyOf, type State, type Stop } from './state.ts';
import { enterText } from './texts.ts';
import { assign } from './variables.ts';
import { type Frame, type Given, placeKey } from './world.ts';
import { write } from './written-files.ts';

export function runSteps(steps: readonly Step[], state: State, frame: Frame): void {
  const { budget } = frame;
  const [first] = steps;
  if (first && budget.deep >= STEPS_DEEP_MAX) return exceed('nested deeper', first, frame);
  budget.deep += 1;
  runEach(steps, state, frame);
  budget.deep -= 1;
}

function runEach(steps: readonly Step[], state: State, frame: Frame): void {
  for (const step of steps) {
    const { stopped } = state;
    if (stopped !== undefined && !isRunAfter(step, stopped)) continue;
    if (!isWithinBudget(step, frame)) return;
    state.stopped = undefined;
    run(step, state, frame);
    state.stopped ??= stopped;
  }
}

const isRunAfter = (step: Step, stopped: Stop): boolean =>
  stopped === 'program' && step.kind === 'branch' && step.isAtExit === true;

function run(step: Step, state: State, frame: Frame): void {
  switch (step.kind) {
    case 'command':
      return runCommand(step, state, frame);
    case 'component':
      return runComponent(step, state, frame);
    case 'construct':
      return runConstruct(step, state, frame);
    case 'script':
      return runScript(step, state, frame);
    case 'run':
      return runStep(step, state, frame);
    case 'assign':
      return isUnder(step, frame) ? assign(step, state, frame) : undefined;
    case 'define':
      return define(step, state, frame);
    case 'change-folder':
      state.folder = folderAfter(step.to, state, frame);
      return;
    case 'write':
      return write(step, state, frame);
    case 'branch':
      return branch(step, state, frame);
    case 'loop':
      return loop(step, state, frame);
    case 'scope':
      return runScope(step, state, frame);
    case 'detached':
      return runDetached(step, frame);
    case 'stop':
      state.stopped = step.leaves;
      return;
  }
}

function define(step: DefineStep, state: State, frame: Frame): void {
  const { name, body, at, parts = [] } = step;
  const { functions, variables, isOpen } = state;
  functions.set(name, { body, at, ...(step.isClosure ? { home: frame } : {}) });
  if (step.isPrivate) return;
  const places = [at, ...parts].map(placeKey);
  const left = { name, body, frame, functions, variables, places };
  frame.world.functions.set(placeKey(at), step.isClosure ? { ...left, isOpen } : left);
}

function isWithinBudget(step: Step, frame: Frame): boolean {
  const { budget } = frame;
  if (budget.stepsLeft > 0) {
    budget.stepsLeft -= 1;
    return true;
  }
  exceed('more', step, frame);
  return false;
}

/** Said once. */
function exceed(what: 'more' | 'nested deeper', { at }: Step, frame: Frame): void {
  const { budget, world, entryPoint } = frame;
  if (budget.isExceeded) return;
  budget.isExceeded = true;
  const message =
    what === 'more'
      ? 'runs more steps than are followed; what comes after this place is not resolved'
      : 'runs steps that are nested deeper than is followed; what is in this place is not resolved';
  world.problems.push({ at, message: `${entryPoint.title} ${message}` });
}

/** A text that is spelled out is read with its own places and names; another one with those it came from. */
function runScript(step: ScriptStep, state: State, frame: Frame): void {
  const { source } = step;
  const regions =
    source.kind === 'text'
      ? [source.region]
      : evaluate(source, state, frame).flatMap(datum =>
          datum.kind === 'string' ? [datum.region ?? textRegion(datum)] : [],
        );
  // Of several ways to put a text together the one that is written first says where it stands.
  const all = regions
    .toSorted((a, b) => a.at.start - b.at.start)
    .flatMap(region =>
      languagesOf(step, state, frame).flatMap(
        it => enterText(declaredLanguage(region.text) ?? it, region, frame) ?? [],
      ),
    );
  const ways = all.map(entered => {
    const way = all.length === 1 ? state : copyOf(state);
    const site = source.kind === 'text' ? frame.site : step.at;
    const given = source.kind === 'text' ? givenIn(source.region, state, frame) : frame.given;
    if (step.isProgram) dropOwn(way);
    runSteps(entered.program.steps, way, { ...entered.frame, site, given });
    return way;
  });
  if (ways.length > 1) join(state, ways);
}

/** The host puts values into a text before it runs: what that changes comes too late for them. */
function givenIn({ holes }: Region, state: State, frame: Frame): Given | undefined {
  if (holes.length === 0) return frame.given;
  const own = new Map(
    holes.map(it => [it.expression, evaluate(it.expression, state, frame)] as const),
  );
  return { get: hole => own.get(hole) ?? frame.given?.get(hole) };
}

function languagesOf(step: ScriptStep, state: State, frame: Frame): readonly string[] {
  if (!step.languageFrom) return [step.language];
  return evaluate(step.languageFrom, state, frame).flatMap(it => datumText(it) ?? []);
}
