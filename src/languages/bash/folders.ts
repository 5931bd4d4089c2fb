//! `cd`, `pushd`, `popd`: the current folder.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import type { Context } from './context.ts';
import { argumentsOf, placeOfWords, type SimpleCommand, staticText } from './simple-command.ts';
import { oneWordOf } from './words.ts';

export function lowerFolder(command: SimpleCommand, context: Context): readonly Step[] {
  const at = placeOfWords(command.words, context);
  const { notes } = context;
  if (command.name === 'popd') {
    notes.folders = Math.max(0, notes.folders - 1);
    return [{ kind: 'change-folder', to: pushed(notes.folders, at), at }];
  }
  const target = argumentsOf(command).find(it => !/^-[LPe@]+$|^--$/.test(staticText(it) ?? ''));
  const to = folderOf(target?.type === 'Word' ? oneWordOf(target, context) : undefined, at);
  const before = variable('PWD', at);
  if (command.name === 'cd') {
    const isBack = to.kind === 'reference' && to.name === 'OLDPWD';
    const noted = isBack ? [] : [assigned('OLDPWD', before, at)];
    return [...noted, { kind: 'change-folder', to, at }];
  }
  const name = `DIRSTACK.${notes.folders}`;
  notes.folders += 1;
  return [assigned(name, before, at), { kind: 'change-folder', to, at }];
}

function folderOf(target: Expression | undefined, at: Expression['at']): Expression {
  if (!target) return variable('HOME', at);
  return target.kind === 'text' && target.region.text === '-' ? variable('OLDPWD', at) : target;
}

/** What `pushd` left behind; which one is told by the order of the text. */
const pushed = (index: number, at: Expression['at']): Expression =>
  variable(`DIRSTACK.${index}`, at);

const variable = (name: string, at: Expression['at']): Expression => ({
  kind: 'reference',
  space: 'variable',
  name,
  at,
});
