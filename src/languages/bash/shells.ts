//! A shell that is given its program as text: `bash -c '…'`, `sh <<EOF`.

import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import { positionalParameters } from '../../domain/script-arguments.ts';
import type { Step } from '../../domain/step.ts';
import type { Context } from './context.ts';
import { inProcess } from './effects.ts';
import { inputFile, inputOf } from './redirections.ts';
import {
  argumentsOf,
  environmentOf,
  expressionsOf,
  placeOfWords,
  type SimpleCommand,
  staticText,
} from './simple-command.ts';
import { oneWordOf } from './words.ts';

/** A program in a process of its own. */
export function scriptSteps(
  language: string,
  source: Expression | undefined,
  command: SimpleCommand,
  context: Context,
  before: readonly Step[] = [],
): readonly Step[] | undefined {
  if (!source) return undefined;
  const at = placeOfWords(command.words, context);
  const script: Step = { kind: 'script', language, source, isProgram: true, at };
  const body = [...before, script];
  return [inProcess(body, at, environmentOf(command, context))];
}

/** Options of shells whose value is the next word. */
const SHELL_VALUED = /^(?:[-+]\w*[oO]|--rcfile|--init-file)$/;

export function readShell(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  const words = argumentsOf(command);
  let hasText = false;
  let readsInput = false;
  let index = 0;
  for (; index < words.length; index += 1) {
    const text = staticText(words[index]);
    if (text === undefined || !/^[-+]/.test(text)) break;
    if (text === '--' || text === '-') {
      index += 1;
      break;
    }
    hasText ||= /^-\w*c/.test(text);
    readsInput ||= /^-\w*s/.test(text);
    if (SHELL_VALUED.test(text)) index += 1;
  }
  const [program, , ...given] = words.slice(index);
  if (hasText) {
    const source = program?.type === 'Word' ? oneWordOf(program, context) : undefined;
    return scriptSteps('bash', source, command, context, argumentSteps(source, given, context));
  }
  const rest = words.slice(index);
  if (rest.length > 0 && !readsInput) return undefined;
  const input = inputOf(command, context);
  if (input) {
    return scriptSteps('bash', input, command, context, argumentSteps(input, rest, context));
  }
  const path = inputFile(command, context);
  if (!path) return undefined;
  const at = placeOfWords(command.words, context);
  const run = {
    kind: 'run',
    routine: 'script',
    path,
    inputs: [],
    sharesProcess: false,
    at,
  } as const;
  return [{ ...run, arguments: expressionsOf(rest, context) }];
}

/** A program of its own has arguments of its own; a text with `$1` of the outer one in it needs those first. */
function argumentSteps(
  source: Expression | undefined,
  words: SimpleCommand['words'],
  context: Context,
): readonly Step[] {
  if (!source || literalOf(source) === undefined) return [];
  const at = words.length === 0 ? source.at : placeOfWords(words, context);
  return [positionalParameters({ kind: 'list', items: expressionsOf(words, context), at })];
}
