//! Commands that run another command: what is left when they are taken away.

import { type Word, wordText } from '../domain/call.ts';
import { homeBehind, variablesAt } from '../domain/session-folder.ts';
import { NOWHERE } from './state.ts';

interface Wrapper {
  /** Its options that take the next word as their value. */
  readonly valued: readonly string[];
  /** Words of its own before the command: the seconds of `timeout`. */
  readonly operands: number;
}

const plain: Wrapper = { valued: [], operands: 0 };

const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map([
  [
    'sudo',
    { valued: ['-u', '-g', '-h', '-p', '-C', '-D', '-T', '--user', '--group'], operands: 0 },
  ],
  ['doas', { valued: ['-u'], operands: 0 }],
  ['env', { valued: ['-u', '--unset', '-C', '--chdir'], operands: 0 }],
  ['timeout', { valued: ['-s', '-k', '--signal', '--kill-after'], operands: 1 }],
  ['nice', { valued: ['-n', '--adjustment'], operands: 0 }],
  ['ionice', { valued: ['-c', '-n'], operands: 0 }],
  ['stdbuf', { valued: ['-i', '-o', '-e'], operands: 0 }],
  ['xargs', { valued: ['-n', '-P', '-L', '-I', '-d', '-a', '-s'], operands: 0 }],
  ['time', { valued: ['-f', '-o'], operands: 0 }],
  ['watch', { valued: ['-n', '--interval'], operands: 0 }],
  ['npx', { valued: ['-p', '--package'], operands: 0 }],
  ['nohup', plain],
  ['setsid', plain],
  ['exec', { valued: ['-a'], operands: 0 }],
  ['command', plain],
  ['builtin', plain],
  ['winpty', plain],
  ['unbuffer', plain],
]);

/** Programs that run a script file with the arguments after it. */
export const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'dash', 'ksh', 'zsh', 'ash']);

const POWERSHELL = /\.ps1$/i;
const PYTHON = /\.pyw?$/i;
const JAVASCRIPT = /\.[cm]?[jt]sx?$/i;

/** Programs that run a script file, by how the names of their scripts end: `pwsh -File x.ps1`, `npx tsx x.ts`. */
const INTERPRETERS: ReadonlyMap<string, RegExp> = new Map([
  ...['pwsh', 'powershell'].map(it => [it, POWERSHELL] as const),
  ...['python', 'py', 'pypy'].map(it => [it, PYTHON] as const),
  ...[
    'node',
    'nodejs',
    'deno',
    'bun',
    'bunx',
    'npx',
    'tsx',
    'ts-node',
    'zx',
    'nodemon',
    'vite-node',
  ].map(it => [it, JAVASCRIPT] as const),
]);

/** `undefined` for what runs no script; `python3.12` is `python`. */
export const endingOf = (name: string): RegExp | undefined =>
  INTERPRETERS.get(/^python[\d.]+$/.test(name) ? 'python' : name);

/** Programs that run the text after `-c`. */
const TEXT_RUNNERS: ReadonlySet<string> = new Set([...SHELLS, 'script', 'su', 'runuser']);

/** The text that a shell is to run: `bash -euc "$COMMAND"`. */
export function shellText(words: readonly Word[]): Word | undefined {
  const [first, ...rest] = words;
  if (!TEXT_RUNNERS.has(programOf(first))) return undefined;
  const option = rest.findIndex(word => /^-[a-z]*c$/.test(wordText(word) ?? ''));
  return option < 0 ? undefined : rest[option + 1];
}

/** Whether it may run another command or script. */
export const isWrapper = (name: string): boolean =>
  WRAPPERS.has(name) || TEXT_RUNNERS.has(name) || endingOf(name) !== undefined;

export interface Unwrapped {
  readonly words: readonly Word[];
  /** Variables that a wrapper sets for the command: `env X=1 …`. */
  readonly environment: readonly (readonly [name: string, value: Word])[];
}

/** Wrappers may stand inside each other; more than a few are somebody's game. */
const WRAPPERS_DEEP_MAX = 8;

export function unwrap(words: readonly Word[]): Unwrapped {
  let left = words;
  const environment: (readonly [string, Word])[] = [];
  for (let depth = 0; depth < WRAPPERS_DEEP_MAX; depth += 1) {
    const wrapper = WRAPPERS.get(programOf(left[0]));
    if (!wrapper) break;
    environment.push(...otherUser(left));
    const inner = afterOptions(left.slice(1), wrapper);
    const index = inner.findIndex(word => assignmentOf(word) === undefined);
    for (const word of inner.slice(0, Math.max(index, 0))) {
      const assignment = assignmentOf(word);
      if (assignment) environment.push(assignment);
    }
    const added = programOf(left[0]) === 'xargs' ? [wordsOfInput(left)] : [];
    const command = [...inner.slice(Math.max(index, 0)), ...added];
    if (command.length === 0) break;
    left = command;
  }
  return { words: left, environment };
}

/** Somebody else has another home, and what named a folder is gone. */
function otherUser(words: readonly Word[]): readonly (readonly [string, Word])[] {
  const [first] = words;
  const home = first && homeBehind(programOf(first), words.map(wordText));
  if (!first || home === undefined) return [];
  const word = (text: string): Word => ({ ...first, parts: [{ kind: 'text', text }] });
  return variablesAt(home).map(([name, value]) => [name, word(value)]);
}

/** `xargs` puts any number of words behind those that are written. */
const wordsOfInput = ([first]: readonly Word[]): Word => ({
  parts: [{ kind: 'unknown', why: { kind: 'not-evaluated', text: 'the input of xargs' } }],
  splits: true,
  at: first?.at ?? noWord.at,
});

/** `/usr/bin/sudo` is `sudo`. */
function programOf(word: Word | undefined): string {
  const name = (word && wordText(word)) ?? '';
  return name.slice(name.lastIndexOf('/') + 1);
}

function afterOptions(words: readonly Word[], wrapper: Wrapper): readonly Word[] {
  let index = 0;
  for (;;) {
    const text = words[index] && wordText(words[index] ?? noWord);
    if (text === undefined || !text.startsWith('-')) break;
    index += 1;
    if (text === '--') break;
    // `sudo -nu deploy`: of letters that stand together the last takes the value.
    if (wrapper.valued.includes(text.replace(/^-[A-Za-z]+(?=[A-Za-z]$)/, '-'))) index += 1;
  }
  return words.slice(index + wrapper.operands);
}

const noWord: Word = { parts: [], splits: false, at: NOWHERE };

function assignmentOf(word: Word): readonly [string, Word] | undefined {
  const [head, ...rest] = word.parts;
  const match = head?.kind === 'text' ? /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(head.text) : undefined;
  if (!match?.[1]) return undefined;
  const value = match[2] ? [{ kind: 'text' as const, text: match[2] }] : [];
  return [match[1], { ...word, parts: [...value, ...rest] }];
}
