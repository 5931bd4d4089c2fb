//! `export`, `declare`, `typeset`, `local`, `readonly`, `unset`, `read`, `mapfile`, `let`: builtins that name variables.

import type { CommandArgument, Word } from 'unbash';
import { assigned } from '../../domain/assigned.ts';
import { madeOwn } from '../../domain/own-variables.ts';
import type { AssignStep, Step } from '../../domain/step.ts';
import { spanAt } from '../script-text/source.ts';
import { assignEmpty, assignStep, assignUnknown } from './assignments.ts';
import type { Context } from './context.ts';
import { inputOf } from './redirections.ts';
import { argumentsOf, commandStep, type SimpleCommand, staticText } from './simple-command.ts';
import { oneWordFrom } from './words.ts';

export const NAME = /^[A-Za-z_]\w*$/;

export function lowerDeclaration(command: SimpleCommand, context: Context): readonly Step[] {
  const options = optionsOf(command);
  const isFunction = /[fF]/.test(options);
  if (isFunction) return [];
  const isLocal =
    command.name === 'local' ||
    (context.isInFunction &&
      !options.includes('g') &&
      /^(?:declare|typeset)$/.test(command.name ?? ''));
  const words = argumentsOf(command).filter(it => !/^[-+]/.test(staticText(it) ?? ''));
  const isExported = (command.name === 'export' && !options.includes('n')) || options.includes('x');
  return words.flatMap(word => {
    const steps = declared(word, { command, options, isLocal }, context);
    return isExported ? exported(word, steps, context) : steps;
  });
}

/** Also what had its value before: `export x`. */
function exported(
  word: CommandArgument,
  steps: readonly Step[],
  context: Context,
): readonly Step[] {
  const name = word.type === 'Word' ? staticText(word) : undefined;
  if (steps.length === 0 && name !== undefined && NAME.test(name)) {
    return [madeOwn(name, false, spanAt(context.source, word))];
  }
  return steps.map(step => (step.kind === 'assign' ? { ...step, isOwn: false } : step));
}

interface Declaration {
  readonly command: SimpleCommand;
  readonly options: string;
  readonly isLocal: boolean;
}

function declared(
  word: CommandArgument,
  { command, options, isLocal }: Declaration,
  context: Context,
): readonly Step[] {
  if (word.type === 'Assignment') {
    if (options.includes('A')) context.notes.maps.add(word.name);
    if (/[ni]/.test(options)) return [assignUnknown(word.name, word, context, isLocal)];
    const step = assignStep(word, context, isLocal);
    return step ? [step] : [];
  }
  const spelt = assignedWord(word, context, isLocal);
  if (spelt) return [spelt];
  const name = staticText(word);
  // `export $(grep … .env)`: what it names is not known, what it runs is.
  if (name === undefined)
    return [commandStep({ ...command, words: [command.words[0] ?? word, word] }, context)];
  if (!NAME.test(name)) return [];
  if (options.includes('A')) context.notes.maps.add(name);
  const at = spanAt(context.source, word);
  if (options.includes('A'))
    return [assigned(name, { kind: 'object', entries: [], at }, at, { isLocal })];
  if (options.includes('a'))
    return [assigned(name, { kind: 'list', items: [], at }, at, { isLocal })];
  return isLocal ? [assignEmpty(name, word, context, true)] : [];
}

/** `"X=$y"`, a word that spells an assignment. */
export function assignedWord(
  word: Word,
  context: Context,
  isLocal: boolean,
): AssignStep | undefined {
  const match = /^["']?([A-Za-z_]\w*)(\+?)=/.exec(word.text);
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  const value = oneWordFrom(word, word.pos + match[0].length, context);
  const how = { appends: match[2] === '+', isLocal, isOwn: true } as const;
  return assigned(name, value, spanAt(context.source, word), how);
}

/** The letters of all `-x` words. */
const optionsOf = (command: SimpleCommand): string =>
  argumentsOf(command)
    .map(it => /^-(\w+)$/.exec(staticText(it) ?? '')?.[1] ?? '')
    .join('');

export function lowerUnset(command: SimpleCommand, context: Context): readonly Step[] {
  if (optionsOf(command).includes('f')) return [];
  return argumentsOf(command).flatMap(word => {
    const name = /^([A-Za-z_]\w*)(\[)?/.exec(staticText(word) ?? '');
    if (!name?.[1]) return [];
    if (name[2]) return [assignUnknown(name[1], word, context)];
    const step = assignEmpty(name[1], word, context);
    return [step, madeOwn(name[1], true, step.at)];
  });
}

/** Options whose value is the next word; `read -a name` names a variable. */
const READ_VALUED = /^-\w*[dinNptu]$/;
const MAPFILE_VALUED = /^-\w*[dnOsucC]$/;

/** `read x <<< "$y"` is `x=$y`; anything else that is read is unknown. */
export function lowerRead(command: SimpleCommand, context: Context): readonly Step[] {
  const isRead = command.name === 'read';
  const words = argumentsOf(command);
  const names: CommandArgument[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const text = word && staticText(word);
    if (word && text?.startsWith('-') === false) names.push(word);
    if ((isRead ? READ_VALUED : MAPFILE_VALUED).test(text ?? '')) index += 1;
  }
  const isList = !isRead || words.some(it => /^-\w*a/.test(staticText(it) ?? ''));
  const known = names.length === 1 && !isList ? inputOf(command, context) : undefined;
  const targets = names.length > 0 ? names : command.words.slice(0, 1);
  return targets.flatMap(word => {
    const name = names.length > 0 ? staticText(word) : isRead ? 'REPLY' : 'MAPFILE';
    if (name === undefined || !NAME.test(name)) return [];
    const step = assignUnknown(name, word, context);
    return [known ? { ...step, value: known } : step];
  });
}

/** `let i++ "j = 3"`, `(( i += 1 ))`: the variables that arithmetic changes. */
export function arithmeticNames(text: string): readonly string[] {
  const changed = text.matchAll(
    /(?:\+\+|--)\s*([A-Za-z_]\w*)|([A-Za-z_]\w*)(?:\[[^\]]*\])?\s*(?:\+\+|--|(?:[-+*/%&|^]|<<|>>)?=(?!=))/g,
  );
  return [...new Set([...changed].map(it => it[1] ?? it[2] ?? ''))];
}
