//! Which word of a command line is a script that it runs, and which are the arguments of that script.

import { type Word, wordText } from '../domain/call.ts';
import { programOfPath } from '../domain/program-name.ts';
import { javascriptFiles, pythonModuleFiles } from './program-files.ts';
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
  if (ending) return programWords(programOfPath(name), ending, rest);
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

function programWords(
  program: string,
  ending: RegExp,
  words: readonly Word[],
): ScriptWords | undefined {
  const file = wordsFrom(words, word => ending.test(wordEnd(word)));
  if (/^py/.test(program)) return moduleOf(words, file) ?? file;
  if (!NODES.test(program)) return file;
  const plain = wordsFrom(withoutOptions(words), () => true);
  const isFile = plain?.paths.some(it => ending.test(wordEnd(it))) ?? false;
  const found = isFile ? plain : (file ?? plain);
  const [word] = found?.paths ?? [];
  const text = word && wordText(word);
  if (!found || !word || text === undefined) return found;
  return { ...found, paths: javascriptFiles(text).map(it => spelled(it, word)) };
}

/** They find a file without its ending too. */
const NODES = /^(?:node|nodejs|tsx|ts-node|vite-node|nodemon)$/;

const NODE_VALUED =
  /^(?:-[rCP]|--(?:require|import|loader|experimental-loader|conditions|project|tsconfig|env-file|watch|exec|ext|ignore))$/;

/** From the first word on that is no option; none when a text is run instead. */
function withoutOptions(words: readonly Word[]): readonly Word[] {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const text = (word && wordText(word)) ?? '';
    if (!text.startsWith('-')) return words.slice(index);
    if (/^-(?:p?e|p|v|h)$|^--(?:eval|print|check|test|version|help)$/.test(text)) return [];
    if (NODE_VALUED.test(text)) index += 1;
  }
  return [];
}

/** `python -m tools.deploy`; what stands behind a file is an argument of that file. */
function moduleOf(words: readonly Word[], file: ScriptWords | undefined): ScriptWords | undefined {
  const before = words.slice(0, file ? words.length - file.rest.length - 1 : undefined);
  const index = before.findIndex(it => wordText(it) === '-m');
  const word = words[index + 1];
  const name = (word && wordText(word)) ?? '';
  if (index < 0 || !word || !/^[\w.]+$/.test(name)) return undefined;
  const paths = pythonModuleFiles(name).map(it => spelled(it, word));
  return { paths, rest: words.slice(index + 2) };
}

const spelled = (text: string, word: Word): Word => ({ ...word, parts: [{ kind: 'text', text }] });

/** What it surely ends in. */
function wordEnd(word: Word): string {
  const last = word.parts.at(-1);
  return last?.kind === 'text' ? last.text : '';
}
