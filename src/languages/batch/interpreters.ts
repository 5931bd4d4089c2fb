//! Programs that are given another text: `cmd /c az login`, `powershell -Command "…"`, `bash -c "…"`.

import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Step } from '../../domain/step.ts';
import { type Context, placeOf } from './context.ts';
import type { BatchCommand, Stretch } from './tree.ts';
import { type BatchWord, staticText, textWord, unquoted, wordExpression } from './words.ts';

/** `undefined`: it runs no text that stands here. */
type Reading = (
  words: readonly BatchWord[],
  command: BatchCommand,
  context: Context,
) => readonly Step[] | undefined;

export const INTERPRETERS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['cmd', readCmd],
  ['%comspec%', readCmd],
  ['powershell', readPowerShell],
  ['pwsh', readPowerShell],
  ...['bash', 'sh'].map(it => [it, flagged('bash', /^-[a-z]*c$/)] as const),
  ...['python', 'python3', 'py'].map(it => [it, flagged('python', /^-c$/)] as const),
]);

function readCmd(
  words: readonly BatchWord[],
  command: BatchCommand,
  context: Context,
): readonly Step[] | undefined {
  const flag = words.findIndex(it => /^\/[ckr]$/i.test(staticText(it, context) ?? ''));
  const from = words[flag]?.end;
  if (flag < 0 || from === undefined) return undefined;
  const { text } = context.source;
  const end = command.redirects[0]?.start ?? command.end;
  const source = wordExpression(textWord(unquoted({ start: from, end }, text), context), context);
  return [inProcess('batch', source, command, context)];
}

/** Options whose value is the next word, by the beginnings people write. */
const VALUED = /^[-/](?:ex|ep|wo|w|win|o|ou|in|inp|v|ver|config|se|psc)\w*$/i;

function readPowerShell(
  words: readonly BatchWord[],
  command: BatchCommand,
  context: Context,
): readonly Step[] | undefined {
  let index = 1;
  for (; index < words.length; index += 1) {
    const option = staticText(words[index], context);
    if (option === undefined || !/^[-/]./.test(option)) break;
    if (/^[-/](?:f|fi|fil|file|e|ec|en\w*)$/i.test(option)) return undefined;
    if (/^[-/]c(?:o|om|omm|omma|omman|ommand)?$/i.test(option)) {
      index += 1;
      break;
    }
    if (VALUED.test(option)) index += 1;
  }
  const [first] = words.slice(index);
  // A script with its arguments is a command: `resolve` finds it.
  if (!first || /\.ps1$/i.test(staticText(first, context) ?? '')) return undefined;
  return [inProcess('powershell', spaced(words.slice(index), context), command, context)];
}

function flagged(language: string, flag: RegExp): Reading {
  return (words, command, context) => {
    const index = words.findIndex(it => flag.test(staticText(it, context) ?? ''));
    const program = index < 0 ? undefined : words[index + 1];
    const source = program && wordExpression(program, context);
    return source && [inProcess(language, source, command, context)];
  };
}

/** What the program is given in several words it reads as one text. */
function spaced(words: readonly BatchWord[], context: Context): ScriptSource {
  const [first, ...others] = words;
  const start = first?.start ?? 0;
  const end = others.at(-1)?.end ?? first?.end ?? start;
  const fragments = words.flatMap((word, index) =>
    index === 0
      ? word.fragments
      : [
          { kind: 'piece' as const, piece: { kind: 'decoded' as const, text: ' ' } },
          ...word.fragments,
        ],
  );
  return wordExpression({ start, end, fragments }, context);
}

type ScriptSource = ReturnType<typeof wordExpression>;

function inProcess(
  language: string,
  source: ScriptSource,
  command: Stretch,
  context: Context,
): ScopeStep {
  const at = placeOf(context, command);
  const body: readonly Step[] = [{ kind: 'script', language, source, at }];
  return { kind: 'scope', ends: 'process', environment: [], body, at };
}
