//! All files to one model: every entry point is run abstractly, and what nothing runs is run by hand.

import type { Routine } from '../domain/facts.ts';
import type { Model } from '../domain/model.ts';
import type { Region } from '../domain/region.ts';
import type { Problem } from '../domain/span.ts';
import type { Program } from '../domain/surface.ts';
import { readersByCall } from './call-readers.ts';
import { performAny } from './calls.ts';
import { inertnessOf } from './inert.ts';
import { mergedChanges, mergedOperations, mergedSignIns, newJournal } from './journal.ts';
import { keptTexts } from './kept-texts.ts';
import { runLeftovers } from './leftovers.ts';
import { runPipelines } from './pipelines.ts';
import { namesOf, programsOf, watchedBy } from './programs.ts';
import { repositoryOf } from './repository.ts';
import { runSteps } from './run-steps.ts';
import { SCRIPT } from './scripts.ts';
import type { ResolveInput, World } from './world.ts';

export function resolve(input: ResolveInput): Model {
  const world = worldOf(input);
  const entryPoints = input.files.flatMap(file => runPipelines(file, world));
  const byHand = runLeftovers(world, input.only !== undefined && entryPoints.length > 0);
  const titles = new Map(input.forms.map(it => [it.id, it.title]));
  const signIns = mergedSignIns(world.journal.signIns, titles);
  const operations = mergedOperations(world.journal.operations, signIns);
  const problems = distinctProblems([...input.files.flatMap(it => it.problems), ...world.problems]);
  return {
    entryPoints: [...entryPoints, ...byHand],
    signIns: [...signIns.values()],
    operations,
    directory: mergedChanges(world.journal.directory),
    problems,
    asides: world.asides,
  };
}

function worldOf(input: ResolveInput): World {
  const repository = repositoryOf(input.files.flatMap(file => file.declarations));
  const { routines } = repository;
  const problems: Problem[] = [];
  const readers = [...input.forms, ...input.readers];
  return {
    ...repository,
    input,
    programs: programsOf(readers),
    namedPrograms: namesOf(readers),
    watched: watchedBy(readers),
    readersOf: readersByCall(input),
    taskRunners: new Set(input.readers.flatMap(it => (it.isTaskRunner ? it.programs : []))),
    inertness: inertnessOf(routines),
    textTypes: textTypesOf(routines),
    programOf: programReader(input, problems),
    journal: newJournal(),
    problems,
    ran: new Set(),
    ranUnwatched: new Set(),
    functions: new Map(),
    calledFunctions: new Set(),
    takenArms: new Set(),
    leftArms: new Map(),
    keptTexts: keptTexts(input.forms),
    asides: new Set(input.files.flatMap(it => (it.isAside ? it.path : []))),
    images: new Map(),
    placed: new Map(),
    runSteps,
    perform: performAny,
  };
}

const textTypesOf = (routines: ReadonlyMap<string, readonly Routine[]>): ReadonlySet<string> =>
  new Set([
    SCRIPT,
    ...[...routines.values()].flat().flatMap(it => (it.leftTo === 'machine' ? it.type : [])),
  ]);

/** Each region is parsed once in each language that it may be in; a language that nothing here reads has no program. */
function programReader(
  { languages, interest }: Pick<ResolveInput, 'languages' | 'interest'>,
  problems: Problem[],
): (language: string, region: Region) => Program | undefined {
  const byName = new Map(languages.flatMap(it => [it.id, ...it.names].map(name => [name, it])));
  const parsed = new Map(languages.map(it => [it.id, new WeakMap<Region, Program>()]));
  return (name, region) => {
    const language = byName.get(name.toLowerCase());
    const known = language && parsed.get(language.id);
    const before = known?.get(region);
    if (before) return before;
    const program = language?.programOf(region, interest);
    if (program) {
      known?.set(region, program);
      // One mistake makes many: what follows the first is mostly its echo.
      problems.push(...program.problems.slice(0, 1));
    }
    return program;
  };
}

function distinctProblems(problems: readonly Problem[]): readonly Problem[] {
  const byKey = new Map(
    problems.map(it => [`${it.at.path}:${it.at.start}:${it.message}`, it] as const),
  );
  return [...byKey.values()];
}
