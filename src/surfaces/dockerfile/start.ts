//! What a container of an image starts with: the entry point with its arguments, or the command.

import { programSteps } from '../../domain/argument-vector.ts';
import type { Expression } from '../../domain/expression.ts';
import { entrypointOf, settingsOf } from '../../domain/image-program.ts';
import { literal, text } from '../../domain/literal.ts';
import type { Region } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import type { Instruction } from '../../languages/dockerfile/tree.ts';
import { folderOf, type Image, scriptIn } from './image.ts';
import { processOf } from './instructions.ts';
import { listOf } from './values.ts';

/** Whether a container of it does anything by itself. */
export const startsItself = ({ entrypoint, command, settings }: Image): boolean =>
  (entrypoint ?? command) !== undefined || settingsOf(settings).length > 0;

/** `base`: what the stage begins as. */
export function startSteps(image: Image, base: string, at: Step['at']): readonly Step[] {
  const settings = settingsOf([...new Map(image.settings.map(it => [it.name, it])).values()]);
  return [...settings, ...programOf(image, base, at)];
}

function programOf(image: Image, base: string, at: Step['at']): readonly Step[] {
  const { entrypoint, command } = image;
  const entry = entrypoint && listOf(entrypoint.text);
  // A text is given to a shell, which does not look at the arguments.
  if (entrypoint && !entry) return [processOf(entrypoint, image, titleOf(entrypoint))];
  const first = entrypoint ?? command;
  const own = entrypointOf(base);
  const words = entry ? wordsOf(entry, image) : own === undefined ? [] : [literal(own, at)];
  const given = listOf(command?.text ?? NOTHING);
  const usual =
    command && !given && words.length === 0
      ? [processOf(command, image, titleOf(command))]
      : processIn([...words, ...wordsOf(given ?? [], image)], first, image);
  const all: Expression = { kind: 'reference', space: 'argument', name: '@', at };
  const named = processIn([...words, { kind: 'elements', of: all, at }], entrypoint, image, at);
  const count: Expression = { kind: 'call', name: 'count', args: [all], at };
  const choice = { of: count, patterns: [['0'], ['*']] };
  return [{ kind: 'branch', arms: [usual, named], isExhaustive: true, choice, at }];
}

const NOTHING: Region = {
  at: { path: '', start: 0, end: 0 },
  text: '[]',
  segments: [],
  holes: [],
};

const titleOf = ({ name }: Instruction): string => `\`${name}\``;

const wordsOf = (all: readonly Region[], image: Image): readonly Expression[] =>
  all.map(it => text(scriptIn(it, image)));

function processIn(
  words: readonly Expression[],
  instruction: Instruction | undefined,
  image: Image,
  otherwise?: Step['at'],
): readonly Step[] {
  const at = instruction?.text.at ?? otherwise;
  if (words.length === 0 || !at) return [];
  const title = instruction ? { title: titleOf(instruction) } : {};
  const folder = literal(folderOf(image), at);
  const body = programSteps(words, at);
  return [{ kind: 'scope', ends: 'process', environment: [], folder, ...title, body, at }];
}
