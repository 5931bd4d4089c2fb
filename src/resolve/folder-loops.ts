//! Loops that go into folders: `for stack in hub spoke; do (cd "stacks/$stack" && terraform apply); done`.

import type { Expression } from '../domain/expression.ts';
import { innerSteps } from '../domain/expression-parts.ts';
import type { LoopStep, Step } from '../domain/step.ts';
import { type Datum, datumText, stringDatum } from './datum.ts';
import { elementChoices } from './elements.ts';
import { globMatches } from './globs.ts';
import { folderOf, joinPath } from './paths.ts';
import type { State } from './state.ts';
import type { Frame, World } from './world.ts';

const FOLDERS_MAX = 16;

/** Each item, for a round of its own; `undefined` for a loop that stays, and where it cannot be told which folders there are. */
export function foldersOver(
  step: LoopStep,
  state: State,
  frame: Frame,
): readonly Datum[] | undefined {
  if (step.variable === undefined || !step.body.some(changesFolder)) return undefined;
  const items = step.items.flatMap(item => elementChoices(item, state, frame).flat());
  const rounds = items.flatMap(it => foldersNamed(it, state, frame.world) ?? []);
  const isKnown = items.every(it => datumText(it) !== undefined);
  return isKnown && rounds.length > 1 && rounds.length <= FOLDERS_MAX ? rounds : undefined;
}

const changesFolder = (step: Step): boolean =>
  step.kind === 'change-folder' ||
  (step.kind === 'command' && step.words.some(isFolderOption)) ||
  innerSteps(step).some(changesFolder);

const isFolderOption = (word: Expression): boolean =>
  word.kind === 'join'
    ? word.parts.slice(0, 1).some(isFolderOption)
    : word.kind === 'text' && word.region.text.startsWith('-chdir=');

/** Itself, or the folders of the repository that a pattern stands for. */
function foldersNamed(item: Datum, state: State, world: World): readonly Datum[] | undefined {
  const text = datumText(item);
  if (text === undefined || item.kind !== 'string') return undefined;
  if (!/[*?]/.test(text)) return [item];
  const pattern = joinPath(state.folder ?? '.', text);
  if (pattern === undefined) return undefined;
  return foldersOf(world)
    .filter(it => matchesBySegment(pattern, it))
    .map(it => stringDatum(`/${it}`, item.at));
}

const matchesBySegment = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern, path].map(it => it.split('/'));
  return (
    wanted !== undefined &&
    wanted.length === given?.length &&
    wanted.every((it, index) => globMatches(it, given[index] ?? ''))
  );
};

const known = new WeakMap<World, readonly string[]>();

/** Those that hold a file which is read. */
function foldersOf(world: World): readonly string[] {
  const before = known.get(world);
  if (before) return before;
  const folders = new Set<string>();
  for (const { path } of world.input.files) {
    for (let it = folderOf(path); it !== '.' && !folders.has(it); it = folderOf(it))
      folders.add(it);
  }
  const all = [...folders].toSorted();
  known.set(world, all);
  return all;
}
