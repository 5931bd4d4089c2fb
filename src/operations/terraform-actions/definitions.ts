//! Values of variables as a file of Terraform defines them, given as the text of an input.

import type { Word } from '../../domain/call.ts';
import { known, type Value } from '../../domain/value.ts';
import { wordsOfLines } from '../../domain/value-words.ts';

const DEFINITION = /^[ \t]*([A-Za-z_][\w-]*)[ \t]*=([^\r\n]*)/gm;

/** As `-var` gives them; lists and objects are left out, since no argument of a provider that matters is one. */
export function definitionWords(definitions: Value<string>): readonly Word[] {
  if (definitions.kind === 'absent') return [];
  const text = definitions.kind === 'known' ? definitions.value : (definitions.pattern ?? '');
  return [...text.matchAll(DEFINITION)].flatMap(([, name = '', rest = '']) => {
    const value = rest.trim();
    if (/^(?:[[{<]|$)/.test(value)) return [];
    const line = `${name}=${value.replaceAll('"', '')}`;
    return wordsOfLines(
      definitions.kind === 'unknown'
        ? { ...definitions, pattern: line }
        : known(line, definitions.at),
      '-var=',
    );
  });
}
