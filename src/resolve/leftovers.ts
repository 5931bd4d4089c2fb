//! What no pipeline reaches: scripts and roots that a person runs by hand, and what only elsewhere calls.

import type { Routine } from '../domain/facts.ts';
import type { EntryPoint, Reach } from '../domain/model.ts';
import type { SignInEvent } from './journal.ts';
import { runKeptTexts } from './kept-texts.ts';
import { folderOf } from './paths.ts';
import { mentionedBy } from './programs.ts';
import { relevantScripts } from './relevance.ts';
import { routineKey } from './repository.ts';
import { runRoutine } from './routines.ts';
import { SCRIPT } from './scripts.ts';
import { newState } from './state.ts';
import { type Frame, frameOf, type Starter, type World } from './world.ts';

/** What is run only when something can come of it. */
const isScript = ({ type, isOfTasks }: Routine): boolean => type === SCRIPT || isOfTasks === true;

const scriptsOf = (world: World): readonly Routine[] =>
  [...world.routines.values()].flat().filter(isScript);

/** Gives the entry points it made. `isOneJob`: only a job was run, so that what other jobs run is not known. */
export function runLeftovers(world: World, isOneJob: boolean): readonly EntryPoint[] {
  if (isOneJob) {
    runKeptTexts(world);
    return [];
  }
  const made = new Map<string, EntryPoint>();
  const before = new Set(world.ran);
  const relevant = relevantScripts({
    scripts: scriptsOf(world),
    ...mentionedBy([...world.input.forms, ...world.input.readers]),
    taskRunners: world.taskRunners,
    programOf: world.programOf,
  });
  for (const [key, parts] of world.routines) {
    const [first] = parts;
    if (!first || before.has(key)) continue;
    if (isScript(first) && !relevant.has(first.path)) continue;
    if (isPart(first, before) && !starterOf(first, world)) continue;
    const entryPoint = entryPointOf(first, world);
    const { only } = world.input;
    if (only !== undefined && only !== entryPoint.id) continue;
    made.set(key, entryPoint);
    runAlone(first, entryPoint, world);
  }
  runUncalledFunctions(world);
  runLeftArms(world);
  runKeptTexts(world);
  return withoutCallees(made, before, world);
}

/** By itself it is nothing: others take it in, as a whole or in parts. */
const isPart = ({ leftTo, parts }: Routine, ran: ReadonlySet<string>): boolean =>
  leftTo === 'nobody' || (parts?.paths.some(it => ran.has(routineKey(parts.type, it))) ?? false);

const starterOf = ({ path }: Routine, { input }: World): Starter | undefined =>
  input.starterOf?.(path);

const entryPointOf = (routine: Routine, world: World): EntryPoint => ({
  id: routine.path,
  title: routine.title ?? `\`${routine.path}\``,
  reach: runnerOf(routine, world).reach,
  at: { ...routine.at, end: routine.at.start },
});

/** Who runs it, as a chain of places says it, and with whom there. */
function runnerOf(routine: Routine, world: World): { readonly who: string; readonly reach: Reach } {
  const { leftTo } = routine;
  const starter = starterOf(routine, world);
  if (starter) return { who: `which is started by ${starter.by}`, reach: starter.reach };
  if (leftTo === undefined || leftTo === 'nobody')
    return { who: 'which no pipeline of this repository runs', reach: 'manual' };
  if (leftTo === 'pipelines') return { who: 'called from elsewhere', reach: 'pipeline' };
  const who =
    leftTo === 'machine'
      ? 'which a machine runs when it first starts'
      : `which ${leftTo.platform} runs with nobody there`;
  return { who, reach: 'automation' };
}

function runAlone(routine: Routine, entryPoint: EntryPoint, world: World): void {
  const isFile = routine.at.path === routine.path;
  const folder = isFile ? folderOf(routine.path) : routine.path;
  const frame: Frame = { ...frameOf(world, entryPoint), chain: [], rootFolder: folder };
  const link = {
    at: entryPoint.at,
    message: `${entryPoint.title}, ${runnerOf(routine, world).who}`,
  };
  if (routine.alone) {
    const state = newState(folderOf(routine.at.path));
    world.runSteps(routine.alone, state, { ...frame, chain: [link] });
    return;
  }
  runRoutine(
    {
      type: routine.type,
      path: routine.path,
      inputs: new Map(),
      valueFiles: [],
      arguments: undefined,
      isOpen: true,
      sharesProcess: true,
      link,
    },
    // Where a person stands when running a script is not known; beside it is the usual place.
    newState(folder),
    frame,
  );
}

/** A function that nothing here calls is called by whoever sources its file. */
function runUncalledFunctions(world: World): void {
  for (const { name, body, frame, functions, variables, ...more } of [
    ...world.functions.values(),
  ]) {
    const { isOpen = false, places = [] } = more;
    // One that is called like a program stands in for it, wherever it is called.
    if (places.some(it => world.calledFunctions.has(it)) || world.namedPrograms.has(name)) continue;
    const state = { ...newState(frame.home), functions, isOpen };
    const inside = variables ? { ...state, variables: variables.fork() } : state;
    world.runSteps(body, inside, { ...frame, isConditional: true });
  }
}

/** What no pipeline comes to, as `[ -n "$CI" ] || az login`, a person may: it is in the inventory all the same. */
function runLeftArms(world: World): void {
  for (const [key, { body, frame, functions }] of [...world.leftArms]) {
    if (world.takenArms.has(key)) continue;
    const [step] = body;
    const at = step?.at ?? frame.entryPoint.at;
    // Nobody runs a part of a workflow by hand.
    if (!world.routines.has(routineKey(SCRIPT, at.path))) continue;
    const entryPoint: EntryPoint = {
      id: at.path,
      title: `\`${at.path}\``,
      reach: 'manual',
      at: { path: at.path, start: 0, end: 0 },
    };
    const state = { ...newState(frame.home), functions };
    world.runSteps(body, state, { ...frame, entryPoint, origin: at.path, isConditional: true });
  }
}

/**
 * A script that another leftover runs is no entry point of its own;
 * what only its run alone came upon is kept, since the caller may not have got that far.
 */
function withoutCallees(
  made: ReadonlyMap<string, EntryPoint>,
  before: ReadonlySet<string>,
  world: World,
): readonly EntryPoint[] {
  // What a person starts as well still runs where nobody is.
  const isCalled = (key: string, { reach }: EntryPoint): boolean =>
    (reach === 'manual' ? world.ran : world.ranUnwatched).has(key) && !before.has(key);
  const called = new Set([...made].filter(([key, it]) => isCalled(key, it)).map(([, it]) => it.id));
  const { signIns, operations } = world.journal;
  const isOwn = (it: { readonly origin: string }): boolean => !called.has(it.origin);
  const seen = new Set(signIns.filter(isOwn).map(placeOf));
  const keptSignIns = signIns.filter(it => isOwn(it) || !seen.has(placeOf(it)));
  const keptOperations = operations.filter(isOwn);
  world.journal.signIns = keptSignIns;
  world.journal.operations = keptOperations;
  return [...made.values()].filter(it => !called.has(it.id));
}

/** Where it begins: a template that is filled in ends somewhere else. */
const placeOf = ({ signIn: { at } }: SignInEvent): string => `${at.path}:${at.start}`;
