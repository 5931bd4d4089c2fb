//! Types as C# and Java write them in front of names: `Dictionary<string, int[]>? x`.

import { closingOf, type Reader } from './reader.ts';

/** Words that begin no type. */
const NO_TYPES: ReadonlySet<string> = new Set(
  'new await return throw is as in instanceof when and or not typeof sizeof nameof default case else this base super switch with if while for foreach do try catch finally using lock goto break continue yield synchronized fixed'.split(
    ' ',
  ),
);

/** Whether a type, or a constructor, may be called so. */
export const isTypeWord = (word: string): boolean => !NO_TYPES.has(word);

/** Longer ones are somebody's comparison. */
const GENERICS_MAX = 120;

/** Index after the type that begins at `at`; `undefined` when none does. */
export function typeEnd(reader: Reader, at: number): number | undefined {
  const first = reader.tokens[at];
  let end = isTuple(reader, at) ? closingOf(reader, at) + 1 : namedEnd(reader, at);
  if (end === undefined || (first?.kind === 'name' && !isTypeWord(first.text))) return undefined;
  for (;;) {
    if (isSymbolAt(reader, end, '?') || isSymbolAt(reader, end, '*')) end += 1;
    else if (isSymbolAt(reader, end, '[') && isEmptyIndex(reader, end)) {
      end = closingOf(reader, end) + 1;
    } else if (isSymbolAt(reader, end, '...')) end += 1;
    else return end;
  }
}

/** `(string user, string password)` in front of a name. */
function isTuple(reader: Reader, at: number): boolean {
  if (!isSymbolAt(reader, at, '(') || !reader.grammar.hasDirectives) return false;
  return reader.tokens[closingOf(reader, at) + 1]?.kind === 'name';
}

function namedEnd(reader: Reader, at: number): number | undefined {
  let end = at;
  for (;;) {
    if (reader.tokens[end]?.kind !== 'name') return undefined;
    end += 1;
    if (isSymbolAt(reader, end, '<')) {
      const after = genericsEnd(reader, end);
      if (after === undefined) return undefined;
      end = after;
    }
    if (!isSymbolAt(reader, end, '.') && !isSymbolAt(reader, end, '::')) return end;
    end += 1;
  }
}

/** Index after the angles that open at `from`; `undefined` when it is a comparison. */
export function genericsEnd(reader: Reader, from: number): number | undefined {
  let open = 0;
  for (let at = from; at < from + GENERICS_MAX; at += 1) {
    const token = reader.tokens[at];
    if (!token || token.kind === 'string' || token.kind === 'literal') return undefined;
    if (token.kind !== 'symbol') continue;
    if (token.text === '<') open += 1;
    else if (token.text === '>') open -= 1;
    else if (!/^[,.?[\]&()*]$/.test(token.text)) return undefined;
    if (open === 0) return at + 1;
  }
  return undefined;
}

/** `[]`, `[,]`. */
function isEmptyIndex(reader: Reader, at: number): boolean {
  for (let inside = at + 1; inside < closingOf(reader, at); inside += 1) {
    if (!isSymbolAt(reader, inside, ',')) return false;
  }
  return true;
}

export const isSymbolAt = ({ tokens }: Reader, at: number, text: string): boolean => {
  const token = tokens[at];
  return token?.kind === 'symbol' && token.text === text;
};
