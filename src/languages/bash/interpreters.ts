//! Commands that are given a program as text: `bash -c '…'`, `python - <<EOF`, `pwsh -Command …`.

import type { Step } from '../../domain/step.ts';
import { readAwk } from './awk.ts';
import { spacedWords } from './builtins.ts';
import type { Context } from './context.ts';
import { inputOf } from './redirections.ts';
import { readContainer, readSsh, readSu } from './remote.ts';
import { readShell, scriptSteps } from './shells.ts';
import { argumentsOf, programName, type SimpleCommand, staticText } from './simple-command.ts';
import { oneWordOf } from './words.ts';

/** `undefined`: it runs no text that stands here. */
type Reading = (command: SimpleCommand, context: Context) => readonly Step[] | undefined;

const INTERPRETERS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ...['bash', 'sh', 'dash', 'ksh', 'zsh', 'ash', 'mksh'].map(it => [it, readShell] as const),
  ...['python', 'python3', 'python2'].map(it => [it, readPython] as const),
  ...['pwsh', 'powershell', 'pwsh.exe', 'powershell.exe'].map(it => [it, readPowerShell] as const),
  ...['node', 'nodejs'].map(it => [it, readNode] as const),
  ...['awk', 'gawk', 'mawk', 'nawk'].map(it => [it, readAwk] as const),
  ['su', readSu],
  ['ssh', readSsh],
  ...['kubectl', 'oc'].map(it => [it, readContainer] as const),
]);

export const readInterpreter: Reading = (command, context) =>
  INTERPRETERS.get(programName(command.name ?? ''))?.(command, context);

function readPython(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  return readFlagged(command, 'python', /^-\w*c$/, context);
}

function readNode(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  return readFlagged(command, 'javascript', /^(?:-p?e|--eval)$/, context);
}

/** The text after a flag; else standard input, when no file is named. */
function readFlagged(
  command: SimpleCommand,
  language: string,
  flag: RegExp,
  context: Context,
): readonly Step[] | undefined {
  const words = argumentsOf(command);
  const first = words.findIndex(it => !/^-./.test(staticText(it) ?? ''));
  const flagged = words.findIndex(it => flag.test(staticText(it) ?? ''));
  const isFirst = flagged >= 0 && (first < 0 || flagged < first);
  const program = isFirst ? words[flagged + 1] : undefined;
  if (program?.type === 'Word') {
    return scriptSteps(language, oneWordOf(program, context), command, context);
  }
  const isInput = first < 0 ? !isFirst : staticText(words[first]) === '-';
  return isInput ? scriptSteps(language, inputOf(command, context), command, context) : undefined;
}

/** Options of PowerShell whose value is the next word, by the beginnings people write. */
const POWERSHELL_VALUED = /^-(?:ex|ep|wo|w|win|o|ou|in|inp|v|ver|config|se|psc)\w*$/i;

/** The words after `-Command` are one text; `powershell.exe` needs no `-Command` for it. */
function readPowerShell(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  const words = argumentsOf(command);
  let index = 0;
  let isCommand = false;
  for (; index < words.length && !isCommand; index += 1) {
    const text = staticText(words[index]);
    if (text === undefined || !/^[-/]./.test(text)) break;
    if (/^[-/](?:f|fi|fil|file|e|ec|en\w*)$/i.test(text)) return undefined;
    isCommand = /^[-/]c(?:o|om|omm|omma|omman|ommand)?$/i.test(text);
    if (!isCommand && POWERSHELL_VALUED.test(text)) index += 1;
  }
  const program = words.slice(index);
  const isInput = program.length === 0 || staticText(program[0]) === '-';
  if (isInput) return scriptSteps('powershell', inputOf(command, context), command, context);
  const isText = isCommand || /^powershell/.test(programName(command.name ?? ''));
  return isText
    ? scriptSteps('powershell', spacedWords(program, context), command, context)
    : undefined;
}
