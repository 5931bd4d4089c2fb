//! Command lines of container engines: options with their values, and words that are cut in two.

import { type Word, type WordPart, wordPrefix } from '../../domain/call.ts';

export interface Option {
  readonly name: string;
  /** What stands behind it, glued or as the next word; `undefined` for a switch. */
  readonly value: Word | undefined;
}

export interface Line {
  readonly options: readonly Option[];
  /** What is no option, and what stands behind it. */
  readonly rest: readonly Word[];
}

/** A letter with its value glued to it, `-eNAME=value`, among letters that are switches: `-it`. */
const LETTERS = /^-([a-zA-Z])(.+)$/;

/**
 * `switches`: options without a value; of the others, which are many, each takes one.
 * `all`: options may stand behind what is no option too.
 */
export function readLine(
  words: readonly Word[],
  switches: RegExp,
  extent: 'all' | 'leading',
): Line {
  const options: Option[] = [];
  const rest: Word[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const prefix = wordPrefix(word);
    if (prefix === '--') return { options, rest: [...rest, ...words.slice(index + 1)] };
    if (!/^-./.test(prefix)) {
      if (extent === 'leading') return { options, rest: words.slice(index) };
      rest.push(word);
      continue;
    }
    const equals = prefix.startsWith('--') ? prefix.indexOf('=') : -1;
    const glued = LETTERS.exec(prefix);
    if (equals > 0) {
      options.push({ name: prefix.slice(0, equals), value: withoutStart(word, equals + 1) });
    } else if (switches.test(prefix)) options.push({ name: prefix, value: undefined });
    else if (glued && !prefix.startsWith('--')) {
      options.push({ name: `-${glued[1]}`, value: withoutStart(word, 2) });
    } else {
      options.push({ name: prefix, value: words[index + 1] });
      index += 1;
    }
  }
  return { options, rest };
}

/** Options without a value of what starts or enters a container. */
export const SWITCHES =
  /^(?:-[itdTPq]+|--(?:rm|interactive|tty|detach|privileged|init|read-only|no-deps|build|service-ports|use-aliases|quiet|quiet-pull|remove-orphans|no-TTY|sig-proxy|no-healthcheck|oom-kill-disable|publish-all|disable-content-trust|replace|rmi|env-host)(?:=.*)?)$/;

export const valuesOf = ({ options }: Line, names: RegExp): readonly Word[] =>
  options.flatMap(it => (names.test(it.name) && it.value ? [it.value] : []));

/** The word behind its first characters, which are known. */
export function withoutStart({ parts, splits, at }: Word, length: number): Word {
  const [first, ...others] = parts;
  if (first?.kind !== 'text') return { parts, splits, at };
  const text = first.text.slice(length);
  return { parts: text === '' ? others : [{ kind: 'text', text }, ...others], splits, at };
}

/** What stands before, between and behind the separators that are known. */
export function splitWord({ parts, splits, at }: Word, separator: RegExp): readonly Word[] {
  const all: WordPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'unknown') {
      all.at(-1)?.push(part);
      continue;
    }
    for (const [index, text] of part.text.split(separator).entries()) {
      if (index > 0) all.push([]);
      if (text !== '') all.at(-1)?.push({ kind: 'text', text });
    }
  }
  return all.map(it => ({ parts: it, splits, at }));
}
