//! A stage of a Dockerfile as what a build of it does, and what a container of it does.

import {
  BUILD_FOLDER,
  BUILT,
  CONTAINER,
  CONTAINER_IMAGE,
  containerStart,
  START,
} from '../../domain/container-image.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import type { Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { runStep } from '../../domain/task-call.ts';
import type { Image } from './image.ts';
import { instructionSteps, openArguments } from './instructions.ts';
import { shellOfImage } from './shells.ts';
import { lineageOf, type Stage, type Stages, stagesCopied } from './stages.ts';
import { startSteps, startsItself } from './start.ts';

export function stageRoutines(
  stage: Stage,
  stages: Stages,
  { path, escaping }: { readonly path: string; readonly escaping: string },
): readonly Routine[] {
  const lineage = lineageOf(stage);
  const base = lineage[0]?.image ?? '';
  const image = newImage(stages, escaping, base);
  const { at } = stage;
  const name = `${path}#${stage.id}`;
  const built = lineage.flatMap(it => it.instructions).flatMap(it => instructionSteps(it, image));
  const others = stagesCopied(stage, stages).map(it => otherStage(`${path}#${it.id}`, at));
  const left = [startFunction(name, at), assigned(BUILT, literal(name, at))];
  const body = [toFolder(at), ...others, ...built, ...left];
  const common = { kind: 'routine', path: name, parameters: [], bindings: [], at } as const;
  return [
    { ...common, type: CONTAINER_IMAGE, body, leftTo: 'nobody' },
    {
      ...common,
      type: CONTAINER,
      body: startSteps(image, base, at),
      title: stages.all.length === 1 ? 'the image' : `build stage \`${stage.id}\``,
      leftTo: isPart(stage, stages) ? 'nobody' : { platform: 'Docker' },
      alone: aloneSteps(name, openArguments(lineage, image), at),
      // Without a program it is no more than its build.
      ...(startsItself(image) ? {} : { parts: { type: CONTAINER_IMAGE, paths: [name] } }),
    },
  ];
}

const newImage = ({ shared }: Stages, escaping: string, base: string): Image => ({
  escaping,
  shared,
  shell: shellOfImage(base),
  folder: '/',
  copies: [],
  settings: [],
  entrypoint: undefined,
  command: undefined,
});

/** A stage that another one begins as, or copies from, is built with that one. */
const isPart = (stage: Stage, stages: Stages): boolean =>
  stages.all.some(it => it.base === stage || stagesCopied(it, stages).includes(stage));

function toFolder(at: Span): Step {
  const given: Expression = { kind: 'reference', space: 'variable', name: BUILD_FOLDER, at };
  const to: Expression = { kind: 'call', name: 'coalesce', args: [given, literal('.', at)], at };
  return { kind: 'change-folder', to, at };
}

/** A machine of its own. */
const otherStage = (name: string, at: Span): Step => ({
  kind: 'scope',
  ends: 'machine',
  environment: [],
  body: [runStep(CONTAINER_IMAGE, name, at)],
  at,
});

const assigned = (name: string, value: Expression): Step => ({
  kind: 'assign',
  name,
  value,
  appends: false,
  isLocal: false,
  onlyIfUnset: false,
  at: value.at,
});

const startFunction = (name: string, at: Span): Step => ({
  kind: 'define',
  name: START,
  isPrivate: true,
  body: [runStep(CONTAINER, name, at)],
  at,
});

/** Where nothing of the repository has built it, whoever does may give any argument. */
function aloneSteps(name: string, given: readonly Entry[], at: Span): readonly Step[] {
  const image = literal(name, at);
  const nothing = { environment: [], variables: [], sharesSessions: false, at } as const;
  const build: Step = {
    kind: 'scope',
    ends: 'machine',
    environment: given,
    keptAs: [image],
    body: [runStep(CONTAINER_IMAGE, name, at)],
    at,
  };
  const start = { ...nothing, image, arguments: [] };
  return [
    containerStart({ ...start, instead: [], otherwise: [build] }),
    containerStart({ ...start, otherwise: [] }),
  ];
}
