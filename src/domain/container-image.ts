//! Images of containers, between what builds them, what starts them, and the files that say what is in them.

import type { Entry, Expression } from './expression.ts';
import { literal } from './literal.ts';
import type { ScopeStep } from './scope-step.ts';
import type { Span } from './span.ts';
import type { Step } from './step.ts';
import { callOf, runStep } from './task-call.ts';

/** What a build of the image does: `<file>` for its last stage, `<file>#<stage>`. */
export const CONTAINER_IMAGE = 'container-image';
/** What a container of it does when it is started, with the arguments that it is given: `<file>#<stage>`. */
export const CONTAINER = 'container';

/** A function that a build leaves behind; no program and no script is called like it. */
export const START = 'container()';

/** The variable in which a build leaves the path of what it was: the file and the stage. */
export const BUILT = 'built from';

/** The variables that a build is given them in. */
export const buildArgument = (name: string): string => `build argument ${name}`;
export const BUILD_FOLDER = 'build folder';

/** The variable that holds what a command line gives a service: an object. */
export const GIVEN = 'given to the service';

export interface ImageBuild {
  /** From the current folder; without it a file of the usual name in the folder that is built of. */
  readonly file?: Expression;
  /** What is copied is looked for here. */
  readonly folder: Expression;
  readonly target?: Expression;
  readonly arguments: readonly Entry[];
  /** What the image is called afterwards. */
  readonly names: readonly Expression[];
  readonly at: Span;
}

export function imageStep(build: ImageBuild): ScopeStep {
  const { file, folder, target, names, at } = build;
  const usual: Expression = {
    kind: 'choice',
    options: ['Dockerfile', 'Containerfile'].map(it => literal(it, at)),
    at,
  };
  const parts = target ? [file ?? usual, literal('#', at), target] : [file ?? usual];
  const path: Expression = { kind: 'join', parts, at };
  const given = build.arguments.map(it => ({ ...it, name: buildArgument(it.name) }));
  return {
    kind: 'scope',
    ends: 'machine',
    environment: file ? [...given, { name: BUILD_FOLDER, value: folder, at }] : given,
    ...(file ? {} : { folder }),
    keptAs: names,
    body: [{ ...runStep(CONTAINER_IMAGE, '', at), path, from: 'current-folder' }],
    at,
  };
}

export interface ContainerStart {
  readonly image: Expression;
  readonly arguments: readonly Expression[];
  /** Files that are put into it before it starts, and what is said of it. */
  readonly before?: readonly Step[];
  /** Runs instead of what the image starts: `--entrypoint`. */
  readonly instead?: readonly Step[];
  readonly environment: readonly Entry[];
  readonly variables: readonly Expression[];
  /** It finds whoever is signed in around it: the folder of the session is mounted. */
  readonly sharesSessions: boolean;
  /** What runs where the image is not known. */
  readonly otherwise: readonly Step[];
  readonly at: Span;
}

export function containerStart(start: ContainerStart): ScopeStep {
  const { image, before = [], environment, variables, sharesSessions, otherwise, at } = start;
  return {
    kind: 'scope',
    ends: sharesSessions ? 'process' : 'machine',
    startsAs: { image, otherwise: [...before, ...otherwise] },
    environment,
    variables,
    body: [...before, ...(start.instead ?? [callOf(literal(START, at), start.arguments, at)])],
    at,
  };
}
