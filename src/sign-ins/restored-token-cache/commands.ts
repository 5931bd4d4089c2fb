//! Command lines that put files where Azure's tools keep their sessions: where from, where to.

import { type CommandCall, type Word, wordText } from '../../domain/call.ts';
import { programName } from '../../domain/program-name.ts';

export interface Put {
  readonly source: string;
  readonly target: string;
}

/** The last word is the target. */
const COPIERS: ReadonlySet<string> = new Set([
  'cp',
  'mv',
  'rsync',
  'install',
  'ln',
  'scp',
  'xcopy',
  'robocopy',
  'copy',
  'copy-item',
  'move-item',
]);

/** The target stands behind one of these options. */
const BY_OPTION: ReadonlyMap<string, RegExp> = new Map([
  ['tar', /^(?:-C|--directory)$/],
  ['bsdtar', /^(?:-C|--directory)$/],
  ['unzip', /^-d$/],
  ['7z', /^-o$/],
  ['expand-archive', /^-Dest\w*$/i],
  ['curl', /^(?:-\w*o|--output)$/],
  ['wget', /^(?:-\w*O|--output-document)$/],
  ['invoke-webrequest', /^-OutF\w*$/i],
  ['gpg', /^(?:-o|--output)$/],
  ['openssl', /^-out$/],
  ['copy-item', /^-Dest\w*$/i],
  ['move-item', /^-Dest\w*$/i],
  ['tee', /^$/],
]);

export const PROGRAMS: readonly string[] = [...new Set([...COPIERS, ...BY_OPTION.keys()])];

export function putsOf(call: CommandCall): readonly Put[] {
  const name = programName(call);
  const words = call.words.slice(1).map(spelled);
  const option = BY_OPTION.get(name);
  const flag = option ? words.findIndex(it => option.test(it)) : -1;
  if (flag >= 0) return targetAfter(name, words, flag);
  if (name === 'tee') return operandsOf(words).map(target => ({ source: '', target }));
  if (name === 'tar') return joinedTarget(words);
  if (!COPIERS.has(name)) return [];
  const operands = operandsOf(words);
  const target = operands.at(-1);
  // PowerShell copies to the second, the others copy all to the last.
  return target === undefined ? [] : operands.slice(0, -1).map(source => ({ source, target }));
}

function targetAfter(name: string, words: readonly string[], flag: number): readonly Put[] {
  const target = words[flag + 1];
  if (target === undefined) return [];
  // An archive that is made, not unpacked.
  if (
    /tar$/.test(name) &&
    words.some(it => /^(?:-?\w*c\w*|--create)$/.test(it) && !it.includes('x'))
  )
    return [];
  const others = operandsOf(words.filter((_, index) => index !== flag + 1));
  const source = COPIERS.has(name) ? (others[0] ?? '') : '';
  return [{ source, target }];
}

/** `--directory=…`. */
const joinedTarget = (words: readonly string[]): readonly Put[] =>
  words.flatMap(it => {
    const target = /^--directory=(.*)$/.exec(it)?.[1];
    return target === undefined ? [] : [{ source: '', target }];
  });

const operandsOf = (words: readonly string[]): readonly string[] =>
  words.filter(it => it !== '' && !/^-/.test(it) && !/^\/[A-Z]$/i.test(it));

/** With unknown parts by their names: `$HOME/.azure`. */
const spelled = (word: Word): string =>
  wordText(word) ??
  word.parts
    .map(it => {
      if (it.kind === 'text') return it.text;
      return it.why.kind === 'not-in-repository' ? `$${it.why.name}` : '?';
    })
    .join('');
