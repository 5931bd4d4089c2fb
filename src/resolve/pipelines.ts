//! The pipelines of a file, each with what those that it needs gave out.

import type { FileFacts, Pipeline } from '../domain/facts.ts';
import type { EntryPoint } from '../domain/model.ts';
import { ABSENT } from '../domain/value.ts';
import { type Alternatives, datumText, stringDatum } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { newNames } from './names.ts';
import { runSteps } from './run-steps.ts';
import { newState, type State } from './state.ts';
import { type Frame, frameOf, type World } from './world.ts';
import { ENVIRONMENT_FILE, OUTPUT_FILE } from './written-files.ts';

/** Gives the entry points that were asked for: all, or one. */
export function runPipelines(file: FileFacts, world: World): readonly EntryPoint[] {
  const { only } = world.input;
  const all = file.pipelines.map(pipeline => ({
    pipeline,
    entryPoint: entryPointOf(file, pipeline, world),
  }));
  const asked = all.filter(it => only === undefined || it.entryPoint.id === only);
  const run = withNeeds(
    asked.map(it => it.pipeline),
    file.pipelines,
  );
  const given = new Map<string, State['outputs']>();
  for (const it of all.filter(({ pipeline }) => run.has(pipeline))) {
    const isAsked = only === undefined || it.entryPoint.id === only;
    const around = isAsked ? world : unobserved(world);
    given.set(it.pipeline.id, runPipeline(it.pipeline, given, it.entryPoint, around));
    if (!isAsked) forget(it.entryPoint, world);
  }
  return asked.map(it => it.entryPoint);
}

function unobserved(world: World): World {
  const { observe: _, ...input } = world.input;
  return { ...world, input };
}

/** What they need, and what that needs. */
function withNeeds(
  pipelines: readonly Pipeline[],
  all: readonly Pipeline[],
): ReadonlySet<Pipeline> {
  const byId = new Map(all.map(it => [it.id, it]));
  const found = new Set(pipelines);
  // What is added while this runs is come to as well.
  for (const { needs = [] } of found) {
    for (const it of needs.flatMap(id => byId.get(id) ?? [])) found.add(it);
  }
  return found;
}

/** Gives what it gave out. */
function runPipeline(
  pipeline: Pipeline,
  given: ReadonlyMap<string, State['outputs']>,
  entryPoint: EntryPoint,
  world: World,
): State['outputs'] {
  const state = pipelineState(pipeline);
  for (const outputs of (pipeline.needs ?? []).flatMap(id => given.get(id) ?? [])) {
    for (const name of outputs.keys()) state.outputs.set(name, outputs.get(name) ?? [ABSENT]);
  }
  const needed = state.outputs;
  state.outputs = needed.fork();
  runSteps(pipeline.body, state, frameOf(world, entryPoint));
  const own = newNames<Alternatives>();
  for (const name of state.outputs.differingFrom(needed)) {
    own.set(name, state.outputs.get(name) ?? [ABSENT]);
  }
  return own;
}

function forget({ id }: EntryPoint, { journal }: World): void {
  journal.signIns = journal.signIns.filter(it => it.origin !== id);
  journal.operations = journal.operations.filter(it => it.origin !== id);
  journal.directory = journal.directory.filter(it => it.entryPoint.id !== id);
}

function entryPointOf(file: FileFacts, pipeline: Pipeline, world: World): EntryPoint {
  const { id, title, reach, at } = pipeline;
  const entryPoint = { id: `${file.path}#${id}`, title, reach, at };
  const runner = runnerOf(pipeline, frameOf(world, entryPoint));
  return runner === undefined ? entryPoint : { ...entryPoint, runner };
}

/** The labels of the machine it runs on, with commas; `undefined` when they cannot be known. */
function runnerOf(pipeline: Pipeline, frame: Frame): string | undefined {
  if (!pipeline.runner) return undefined;
  const all = evaluate(pipeline.runner, newState('.'), frame);
  const labels = all.flatMap(it => (it.kind === 'list' ? it.items : [it])).map(datumText);
  const isKnown = labels.every(it => it !== undefined);
  return isKnown ? labels.join(',') : undefined;
}

/** The variables that every GitHub job has; the root is an absolute path there. */
function pipelineState(pipeline: Pipeline): State {
  const { at, isOpen = false } = pipeline;
  const state = { ...newState('.'), isOpen };
  state.variables.set('GITHUB_WORKSPACE', [stringDatum('/.', at)]);
  for (const name of ['CI', 'GITHUB_ACTIONS']) state.variables.set(name, [stringDatum('true', at)]);
  state.variables.set('GITHUB_ENV', [stringDatum(ENVIRONMENT_FILE, at)]);
  state.variables.set('GITHUB_OUTPUT', [stringDatum(OUTPUT_FILE, at)]);
  return state;
}
