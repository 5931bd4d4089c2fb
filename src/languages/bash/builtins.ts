//! The shell's own commands that change what comes after them.

import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Step, StopStep } from '../../domain/step.ts';
import { type Piece, stringOf } from '../script-text/strings.ts';
import { lowerGetopts, lowerSet, lowerShift } from './arguments.ts';
import { assignUnknown } from './assignments.ts';
import type { Context } from './context.ts';
import { arithmeticNames, lowerDeclaration, lowerRead, lowerUnset } from './declarations.ts';
import { commandsIn, effectsOfRedirects } from './effects.ts';
import { lowerFolder } from './folders.ts';
import {
  argumentsOf,
  commandStep,
  expressionsOf,
  placeOfWords,
  type SimpleCommand,
  staticText,
} from './simple-command.ts';
import { oneWordOf, piecesOf } from './words.ts';
import { formatted, lowerTee } from './writes.ts';

/** `undefined`: it is as any other command here. */
type Lowering = (command: SimpleCommand, context: Context) => readonly Step[] | undefined;

const onlyEffects: Lowering = (command, context) => commandsIn(argumentsOf(command), context);

export const BUILTINS: ReadonlyMap<string, Lowering> = new Map<string, Lowering>([
  [':', onlyEffects],
  ['true', onlyEffects],
  ['false', onlyEffects],
  ['test', onlyEffects],
  ['[', onlyEffects],
  // Scripts do not expand aliases.
  ['alias', onlyEffects],
  ['cd', lowerFolder],
  ['pushd', lowerFolder],
  ['popd', lowerFolder],
  ['export', lowerDeclaration],
  ['readonly', lowerDeclaration],
  ['declare', lowerDeclaration],
  ['typeset', lowerDeclaration],
  ['local', lowerDeclaration],
  ['unset', lowerUnset],
  ['read', lowerRead],
  ['mapfile', lowerRead],
  ['readarray', lowerRead],
  ['getopts', lowerGetopts],
  ['let', lowerLet],
  ['set', lowerSet],
  ['shift', lowerShift],
  ['source', lowerSource],
  ['.', lowerSource],
  ['eval', lowerEval],
  ['trap', lowerTrap],
  ['exit', stopping('program')],
  ['return', stopping('function')],
  ['break', stopping('loop')],
  ['continue', stopping('round')],
  ['printf', lowerPrintf],
  ['tee', lowerTee],
]);

function stopping(leaves: StopStep['leaves']): Lowering {
  return (command, context) => [
    ...commandsIn(argumentsOf(command), context),
    { kind: 'stop', leaves, at: placeOfWords(command.words, context) },
  ];
}

function lowerLet(command: SimpleCommand, context: Context): readonly Step[] {
  return argumentsOf(command).flatMap(word =>
    arithmeticNames(word.text).map(name => assignUnknown(name, word, context)),
  );
}

function lowerSource(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  const [path, ...given] = expressionsOf(argumentsOf(command), context);
  if (!path) return undefined;
  const at = placeOfWords(command.words, context);
  return [
    ...effectsOfRedirects(command.redirects, context),
    {
      kind: 'run',
      routine: 'script',
      path,
      inputs: [],
      arguments: given,
      sharesProcess: true,
      at,
    },
  ];
}

/** The words are put together with spaces and read again. */
function lowerEval(command: SimpleCommand, context: Context): readonly Step[] {
  const words = argumentsOf(command).filter(it => staticText(it) !== '--');
  if (words.length === 0) return [];
  const at = placeOfWords(command.words, context);
  return [{ kind: 'script', language: 'bash', source: spacedWords(words, context), at }];
}

export function spacedWords(words: SimpleCommand['words'], context: Context): Expression {
  const [only, ...others] = words;
  if (only?.type === 'Word' && others.length === 0) return oneWordOf(only, context);
  const pieces = words.flatMap((word, index): readonly Piece[] => [
    ...(index === 0 ? [] : [{ kind: 'decoded' as const, text: ' ' }]),
    ...(word.type === 'Word' ? piecesOf(word, context) : []),
  ]);
  return stringOf(pieces, context.source.region, placeOfWords(words, context));
}

/** The text is run when the script ends, or not at all. */
function lowerTrap(command: SimpleCommand, context: Context): readonly Step[] {
  const [action] = argumentsOf(command).filter(it => staticText(it) !== '--');
  if (action?.type !== 'Word') return [];
  const source = oneWordOf(action, context);
  const text = literalOf(source);
  const at = placeOfWords(command.words, context);
  if (text === undefined || /^(?:-.*|\s*)$/.test(text)) return [];
  const script: Step = { kind: 'script', language: 'bash', source, at };
  context.notes.atExit.push({
    kind: 'branch',
    arms: [[script]],
    isExhaustive: false,
    isAtExit: true,
    at,
  });
  return [];
}

/** `printf -v name FORMAT …` assigns what it would print. */
function lowerPrintf(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  const [option, variable, ...words] = argumentsOf(command);
  if (!option || staticText(option) !== '-v' || !variable) return undefined;
  const name = staticText(variable);
  if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) return [commandStep(command, context)];
  return [{ ...assignUnknown(name, variable, context), value: formatted(words, context) }];
}
