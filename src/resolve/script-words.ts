//! Which word of a command line is a script that it runs, and which are the arguments of that script.

import { type Word, wordText } from '../domain/call.ts';
import { programOfPath } from '../domain/program-name.ts';
import { endingOf, SHELLS } from './wrappers.ts';

export interface ScriptWords {
  /** The first that there is counts. */
  readonly paths: readonly Word[];
  readonly rest: readonly Word[];
}

/** `undefined` when it runs none. `name` is the first word, where that is known. */
export function scriptOf(
  name: string | undefined,
  first: Word,
  rest: readonly Word[],
): ScriptWords | undefined {
  if (name === undefined) return { paths: [first], rest };
  if (SHELLS.has(name.slice(name.lastIndexOf('/') + 1))) {
    return wordsFrom(rest, word => !/^[-+]/.test(wordText(word) ?? ''));
  }
  const ending = endingOf(programOfPath(name));
  if (ending) return moduleOf(rest) ?? wordsFrom(rest, word => ending.test(wordEnd(word)));
  const isPath = /[\\/]|\.(?:sh|ps1|bat|cmd)$/i.test(name);
  return isPath ? { paths: [first], rest } : undefined;
}

function wordsFrom(
  words: readonly Word[],
  isScript: (word: Word) => boolean,
): ScriptWords | undefined {
  const index = words.findIndex(isScript);
  const path = words[index];
  return path ? { paths: [path], rest: words.slice(index + 1) } : undefined;
}

/** `python -m tools.deploy` runs `tools/deploy.py`, or `tools/deploy/__main__.py`; a project may keep both below `src`. */
function moduleOf(words: readonly Word[]): ScriptWords | undefined {
  const index = words.findIndex(it => wordText(it) === '-m');
  const word = words[index + 1];
  const name = (word && wordText(word)) ?? '';
  if (index < 0 || !word || !/^[\w.]+$/.test(name)) return undefined;
  const file = name.replaceAll('.', '/');
  const paths = ['.', './src'].flatMap(folder =>
    [`${folder}/${file}.py`, `${folder}/${file}/__main__.py`].map(text => spelled(text, word)),
  );
  return { paths, rest: words.slice(index + 2) };
}

const spelled = (text: string, word: Word): Word => ({ ...word, parts: [{ kind: 'text', text }] });

/** What it surely ends in. */
function wordEnd(word: Word): string {
  const last = word.parts.at(-1);
  return last?.kind === 'text' ? last.text : '';
}
