//! Positional parameters: `set`, `shift`, `getopts`.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { exportingAll } from '../../domain/own-variables.ts';
import { positionalParameters } from '../../domain/script-arguments.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { assignUnknown } from './assignments.ts';
import type { Context } from './context.ts';
import { NAME } from './declarations.ts';
import { allArguments, notEvaluated } from './expansions.ts';
import { rest } from './operators.ts';
import {
  argumentsOf,
  expressionsOf,
  placeOfWords,
  type SimpleCommand,
  staticText,
} from './simple-command.ts';
import { oneWordOf } from './words.ts';

/** `set -- a b`: the positional parameters. Of the options of a shell `-a` alone changes something here. */
export function lowerSet(command: SimpleCommand, context: Context): readonly Step[] {
  const words = argumentsOf(command);
  const at = placeOfWords(command.words, context);
  const options: Step[] = [];
  let index = 0;
  let isExplicit = false;
  for (; index < words.length && !isExplicit; index += 1) {
    const text = staticText(words[index]);
    if (text === undefined || !/^[-+]/.test(text)) break;
    isExplicit = text === '--' || text === '-';
    const named = /^[-+]\w*o$/.test(text);
    if (named) index += 1;
    const exportsAll = named ? staticText(words[index]) === 'allexport' : /^[-+]\w*a/.test(text);
    if (exportsAll) options.push(exportingAll(text.startsWith('-'), at));
  }
  if (index >= words.length && !isExplicit) return options;
  const items = expressionsOf(words.slice(index), context);
  return [...options, positionalParameters({ kind: 'list', items, at })];
}

/** `$((OPTIND - 1))` */
const OPTIONS_COUNT = /^"?\$\(\(\s*\$?\{?OPTIND\}?\s*-\s*1\s*\)\)"?$/;

function afterOptions(at: Span): Expression {
  return { kind: 'call', name: 'after-options', args: [allArguments(at), nextOption(at)], at };
}

export function lowerShift(command: SimpleCommand, context: Context): readonly Step[] {
  const [count] = argumentsOf(command);
  const at = placeOfWords(command.words, context);
  if (OPTIONS_COUNT.test(count?.text ?? '')) return [positionalParameters(afterOptions(at))];
  const given = count ? Number(staticText(count) ?? Number.NaN) : 1;
  const isKnown = Number.isInteger(given) && given >= 0;
  return [
    positionalParameters(isKnown ? rest(allArguments(at), given) : notEvaluated('shift', at)),
  ];
}

/** Whether `getopts` found an option; no script can have a variable of that name. */
export const OPTION_FOUND = 'OPTIND.found';

/** `getopts "u:p:" option` sets the option, its value, whether there was one, and where the next one stands. */
export function lowerGetopts(command: SimpleCommand, context: Context): readonly Step[] {
  const [letters, word, ...others] = argumentsOf(command);
  const name = word && staticText(word);
  if (letters?.type !== 'Word' || !word || name === undefined || !NAME.test(name)) return [];
  const spec = oneWordOf(letters, context);
  return (['name', 'value', 'found', 'next'] as const).map(part => {
    const target = { name, value: 'OPTARG', found: OPTION_FOUND, next: 'OPTIND' }[part];
    const step = assignUnknown(target, word, context);
    // Given words of its own it looks at those.
    if (others.length > 0) return step;
    const { at } = step;
    const args = [allArguments(at), spec, nextOption(at), literal(part, at)];
    return { ...step, value: { kind: 'call', name: 'option', args, at } };
  });
}

const nextOption = (at: Span): Expression => ({
  kind: 'reference',
  space: 'variable',
  name: 'OPTIND',
  at,
});
