//! What the program of an image is, where that is known by the image's name, and what it finds in its environment.

import type { Entry, Expression } from './expression.ts';
import { literalOf } from './literal.ts';
import { programOfPath } from './program-name.ts';
import type { Step } from './step.ts';

/** Images whose arguments are the arguments of one program. */
const ENTRYPOINTS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)(?:terraform|opentofu)(?:[:@]|$)/, 'terraform'],
  [/(?:^|\/)terragrunt(?:[:@]|$)/, 'terragrunt'],
];

/** The program that the arguments of an image are for; `undefined` where that is not known. */
export const entrypointOf = (image: string): string | undefined =>
  ENTRYPOINTS.find(([name]) => name.test(image))?.[1];

/** A shell or a tool does not look at what libraries read from the environment. */
const TOOLS =
  /^(?:(?:ba|da|k|z|a)?sh|pwsh|powershell|az|terraform|tofu|terragrunt|azcopy|kubectl|helm)$/;

export const isTool = (word: Expression | undefined): boolean =>
  word !== undefined && TOOLS.test(programOfPath(literalOf(word) ?? ''));

/** What an app finds in its environment; nothing when no Azure library looks for any of it. */
export function settingsOf(entries: readonly Entry[]): readonly Step[] {
  const first = entries.find(it => it.name.startsWith('AZURE_'));
  if (!first) return [];
  const { at } = first;
  const args: Expression = { kind: 'object', entries, at };
  return [{ kind: 'construct', type: 'app-settings', args, at }];
}
