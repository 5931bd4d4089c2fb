//! `sudo`, `env`, `timeout` and their like: the command they run, where it is spelled out.

import {
  argumentsOf,
  programName,
  type SimpleCommand,
  staticText,
  withoutWords,
} from './simple-command.ts';

interface Wrapper {
  /** Options whose value is the next word. */
  readonly valued: readonly string[];
  /** Words of its own before the command: the seconds of `timeout`. */
  readonly operands: number;
}

const PLAIN: Wrapper = { valued: [], operands: 0 };

const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map([
  [
    'sudo',
    { valued: ['-u', '-g', '-h', '-p', '-C', '-D', '-T', '-U', '--user', '--group'], operands: 0 },
  ],
  ['doas', { valued: ['-u', '-C'], operands: 0 }],
  ['env', { valued: ['-u', '-C', '--unset', '--chdir'], operands: 0 }],
  ['timeout', { valued: ['-s', '-k', '--signal', '--kill-after'], operands: 1 }],
  ['nice', { valued: ['-n', '--adjustment'], operands: 0 }],
  ['stdbuf', { valued: ['-i', '-o', '-e'], operands: 0 }],
  ['sshpass', { valued: ['-p', '-f', '-d'], operands: 0 }],
  ['time', PLAIN],
  ['nohup', PLAIN],
  ['setsid', PLAIN],
  ['command', PLAIN],
  ['busybox', PLAIN],
]);

/** More of them around a command are somebody's game. */
const WRAPPERS_DEEP_MAX = 8;

/** The command itself when nothing is around it. */
export function unwrapped(command: SimpleCommand): SimpleCommand {
  let inner = command;
  for (let depth = 0; depth < WRAPPERS_DEEP_MAX; depth += 1) {
    const wrapper = WRAPPERS.get(programName(inner.name ?? ''));
    const next = wrapper && withoutWords(inner, 1 + ownWords(inner, wrapper));
    if (!next) return inner;
    inner = next;
  }
  return inner;
}

/** How many words after the name are the wrapper's own. */
function ownWords(command: SimpleCommand, wrapper: Wrapper): number {
  const words = argumentsOf(command);
  let index = 0;
  for (; index < words.length; index += 1) {
    const text = staticText(words[index]);
    if (text === undefined || !text.startsWith('-')) break;
    if (text === '--') {
      index += 1;
      break;
    }
    if (wrapper.valued.includes(text.replace(/^-[A-Za-z]+(?=[A-Za-z]$)/, '-'))) index += 1;
  }
  index += wrapper.operands;
  while (/^[A-Za-z_]\w*=/.test(words[index]?.text ?? '')) index += 1;
  return index;
}
