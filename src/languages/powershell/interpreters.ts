//! Programs that run another text or script: `pwsh -File x.ps1`, `bash -c '…'`, `cmd /c …`, `Start-Process az`.

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { argumentBlocks } from './blocks.ts';
import { argumentsFor } from './cmdlet-arguments.ts';
import type { Lowering } from './cmdlets.ts';
import { wordsOf } from './command-words.ts';
import { type Context, placeOf } from './context.ts';
import { inProcess } from './effects.ts';
import type { PsCommand } from './tree.ts';

/** Options of PowerShell whose value is the next word, by the beginnings people write. */
const VALUED = /^-(?:ex|ep|wo|w|win|o|ou|in|inp|v|ver|config|se|psc)\w*$/i;

export const readPowerShell: Lowering = (command, piped, context) => {
  const words = wordsOf(command, context).slice(1);
  const blocks = argumentBlocks(command, context);
  if (blocks.length > 0) return blocks;
  let index = 0;
  for (; index < words.length; index += 1) {
    const option = optionOf(words[index]);
    if (option === undefined) break;
    if (/^-f(?:i|il|ile)?$/i.test(option)) return file(words.slice(index + 1), command, context);
    if (/^-c(?:o|om|omm|omma|omman|ommand)?$/i.test(option)) {
      return text('powershell', words.slice(index + 1), piped, command, context);
    }
    if (VALUED.test(option)) index += 1;
  }
  const rest = words.slice(index);
  const isFile = /\.ps1$/i.test(endOf(rest[0]));
  return isFile ? file(rest, command, context) : text('powershell', rest, piped, command, context);
};

const optionOf = (word: Expression | undefined): string | undefined => {
  const option = word && literalOf(word);
  return option?.startsWith('-') && option.length > 1 ? option : undefined;
};

const endOf = (word: Expression | undefined): string =>
  word?.kind === 'text' ? word.region.text : '';

/** The script with its arguments: `resolve` finds it. */
function file(words: readonly Expression[], command: PsCommand, context: Context): readonly Step[] {
  const at = placeOf(context, command);
  return words.length === 0 ? [] : [{ kind: 'command', words, environment: [], at }];
}

function text(
  language: string,
  words: readonly Expression[],
  piped: Expression | undefined,
  command: PsCommand,
  context: Context,
): readonly Step[] {
  const at = placeOf(context, command);
  const isInput = words.length === 0 || literalOf(words[0] ?? literal('', at)) === '-';
  const source = isInput ? piped : spaced(words, at);
  return source ? [inProcess([{ kind: 'script', language, source, at }], at)] : [];
}

function spaced(words: readonly Expression[], at: Expression['at']): Expression | undefined {
  const [only, ...others] = words;
  if (only && others.length === 0) return only.kind === 'elements' ? only.of : only;
  const parts = words.flatMap((it, index) => (index === 0 ? [it] : [literal(' ', at), it]));
  return words.length === 0 ? undefined : { kind: 'join', parts, at };
}

/** What it is told by `-c`, or reads; a script with its arguments is as any other command. */
export const readBash: Lowering = (command, piped, context) => {
  const words = wordsOf(command, context).slice(1);
  const flag = words.findIndex(it => /^-[a-z]*c$/.test(literalOf(it) ?? ''));
  const program = flag < 0 ? undefined : words[flag + 1];
  if (program) return text('bash', [program], undefined, command, context);
  return words.length === 0 && piped ? text('bash', [], piped, command, context) : undefined;
};

/** `cmd /c "az login -u %USER%"`; what stands in words of its own is the same to both shells. */
export const readCmd: Lowering = (command, _, context) => {
  const words = wordsOf(command, context).slice(1);
  const flag = words.findIndex(it => /^\/[ck]$/i.test(literalOf(it) ?? ''));
  const rest = words.slice(flag + 1);
  const at = placeOf(context, command);
  if (flag < 0 || rest.length === 0) return undefined;
  if (rest.length === 1) return text('batch', rest, undefined, command, context);
  return [{ kind: 'command', words: rest, environment: [], at }];
};

/** `Start-Process az -ArgumentList 'login', '--identity'`, or all of them in one string. */
export const startedProcess: Lowering = (command, _, context) => {
  const args = argumentsFor(command, context);
  const program = args.value('filepath', 0);
  const list = args.value('argumentlist', args.has('filepath') ? 0 : 1) ?? args.value('args');
  const at = placeOf(context, command);
  if (!program) return [];
  const given: readonly Expression[] = !list
    ? []
    : list.kind === 'list'
      ? list.items
      : [
          list.kind === 'text'
            ? { kind: 'split', of: list, at }
            : { kind: 'elements', of: list, at },
        ];
  return [{ kind: 'command', words: [program, ...given], environment: [], at }];
};
