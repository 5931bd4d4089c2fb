//! A container that a platform starts: a machine of its own, with variables, files from elsewhere and a program.

import { programSteps } from '../domain/argument-vector.ts';
import type { Entry, Expression } from '../domain/expression.ts';
import { entrypointOf, isTool, settingsOf } from '../domain/image-program.ts';
import { literal } from '../domain/literal.ts';
import type { Span } from '../domain/span.ts';
import type { Step } from '../domain/step.ts';

export interface Container {
  readonly image: string;
  /** What takes the place of the image's own entry point. */
  readonly entrypoint: readonly Expression[];
  /** Arguments of the entry point, or all of the command where the image has none. */
  readonly command: readonly Expression[];
  /** A text that is run instead of both. */
  readonly script?: Step;
  readonly environment: readonly Entry[];
  /** Files that are put into it before it starts. */
  readonly files: readonly Step[];
  readonly folder?: Expression;
  readonly at: Span;
}

export function containerStep(container: Container): Step {
  const { environment, files, folder, at } = container;
  const body = [...files, ...settingsSteps(container), ...startSteps(container)];
  const inFolder = folder ? { folder } : {};
  return { kind: 'scope', ends: 'machine', environment, ...inFolder, body, at };
}

function startSteps({ image, entrypoint, command, script, at }: Container): readonly Step[] {
  if (script) return [script];
  const own = entrypointOf(image);
  const [first] = command;
  const isOwn = entrypoint.length === 0 && first && own !== undefined && !isTool(first);
  const start = isOwn ? [literal(own, first.at)] : entrypoint;
  const words = [...start, ...command];
  return programSteps(words, words[0]?.at ?? at);
}

function settingsSteps(container: Container): readonly Step[] {
  const [first] = [...container.entrypoint, ...container.command];
  return container.script || isTool(first) ? [] : settingsOf(container.environment);
}

export type Origin = 'repository' | 'host' | 'secret' | 'cache' | 'volume';

/** Files that were made elsewhere are put at a path. */
export const restoredFiles = (
  path: Expression,
  source: Expression,
  origin: Origin,
  at: Span,
): Step => ({
  kind: 'construct',
  type: 'restored-files',
  args: {
    kind: 'object',
    entries: [
      { name: 'path', value: path, at },
      { name: 'source', value: source, at },
      { name: 'origin', value: literal(origin, at), at },
    ],
    at,
  },
  at,
});
