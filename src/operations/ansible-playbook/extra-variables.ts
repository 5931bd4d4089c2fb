//! `-e "name=value other=$x"`: variables from the command line.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_variables.html#defining-variables-at-runtime

import { isKnown, type Word, whyUnknown, wordPrefix } from '../../domain/call.ts';
import { known, type Unknown, type Value } from '../../domain/value.ts';

/** By the names that the surface gives variables. */
export function extraVariables(words: readonly Word[]): ReadonlyMap<string, Value<string>> {
  const all = new Map<string, Value<string>>();
  for (const [index, word] of words.entries()) {
    const match = OPTION.exec(wordPrefix(word));
    if (!match) continue;
    const isWhole = isKnown(word) && match[0].length === wordPrefix(word).length;
    const argument = isWhole ? words[index + 1] : word;
    if (!argument) continue;
    for (const [name, value] of pairsOf(argument, isWhole ? 0 : match[0].length)) {
      all.set(`{{ ${name} }}`, value);
    }
  }
  return all;
}

const OPTION = /^(?:--extra-vars|-e)(?:=|(?=$)|(?!-))/;

/** Stands for an unknown part; no command line holds it. */
const HOLE = '\u0000';

function pairsOf(word: Word, from: number): readonly (readonly [string, Value<string>])[] {
  const text = word.parts
    .map(it => (it.kind === 'text' ? it.text : HOLE))
    .join('')
    .slice(from);
  const why = whyUnknown(word);
  const reading = (spelled: string): Value<string> => asValue(spelled, why, word);
  if (/^\s*[@{]/.test(text)) return [...text.matchAll(JSON_PAIR)].flatMap(it => named(it, reading));
  return [...text.matchAll(PAIR)].flatMap(it => named(it, reading));
}

const PAIR = /\b(\w+)=(?:"([^"]*)"|'([^']*)'|(\S*))/g;

/** Of an object only what is a text. */
const JSON_PAIR = /"(\w+)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;

function named(
  match: RegExpExecArray,
  reading: (spelled: string) => Value<string>,
): readonly (readonly [string, Value<string>])[] {
  const [, name, ...values] = match;
  const spelled = values.find(it => it !== undefined) ?? '';
  return name === undefined ? [] : [[name, reading(spelled)]];
}

function asValue(spelled: string, why: Unknown | undefined, { at }: Word): Value<string> {
  if (!why || !spelled.includes(HOLE)) return known(spelled, at);
  return { kind: 'unknown', why, at, via: [] };
}
