//! A container that a platform starts: a machine of its own, with variables, files from elsewhere and a program.

import { programSteps } from '../domain/argument-vector.ts';
import type { Entry, Expression } from '../domain/expression.ts';
import { literal, literalOf } from '../domain/literal.ts';
import { programOfPath } from '../domain/program-name.ts';
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

/** Images whose arguments are the arguments of one program. */
const ENTRYPOINTS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)(?:terraform|opentofu)(?:[:@]|$)/, 'terraform'],
  [/(?:^|\/)terragrunt(?:[:@]|$)/, 'terragrunt'],
];

/** The program that the arguments of an image are for; `undefined` where that is not known. */
export const entrypointOf = (image: string): string | undefined =>
  ENTRYPOINTS.find(([name]) => name.test(image))?.[1];

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
  const isOwn = entrypoint.length === 0 && first && own !== undefined && !isProgram(first);
  const start = isOwn ? [literal(own, first.at)] : entrypoint;
  const words = [...start, ...command];
  return programSteps(words, words[0]?.at ?? at);
}

/** A shell or a tool does not look at what libraries read from the environment. */
const TOOLS =
  /^(?:(?:ba|da|k|z|a)?sh|pwsh|powershell|az|terraform|tofu|terragrunt|azcopy|kubectl|helm)$/;

const isProgram = (word: Expression | undefined): boolean =>
  word !== undefined && TOOLS.test(programOfPath(literalOf(word) ?? ''));

function settingsSteps(container: Container): readonly Step[] {
  const [first] = [...container.entrypoint, ...container.command];
  return container.script || isProgram(first) ? [] : settingsOf(container.environment);
}

/** What an app finds in its environment; nothing when no Azure library looks for any of it. */
export function settingsOf(entries: readonly Entry[]): readonly Step[] {
  const first = entries.find(it => it.name.startsWith('AZURE_'));
  if (!first) return [];
  const { at } = first;
  const args: Expression = { kind: 'object', entries, at };
  return [{ kind: 'construct', type: 'app-settings', args, at }];
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
