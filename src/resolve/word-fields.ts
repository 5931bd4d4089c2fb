//! Pieces of command lines put together into words, cut where a shell cuts them.

import type { Word, WordPart } from '../domain/call.ts';
import type { Region } from '../domain/region.ts';
import type { Span } from '../domain/span.ts';

/** A stretch of a word in the making. */
export interface Piece {
  readonly part: WordPart;
  /** Where the whole value is spelled out that it is a part of. */
  readonly from?: Span;
  /** The whole value with its places, by its first piece. */
  readonly whole?: { readonly region: Region; readonly pieces: number };
  /** Unquoted: white space in it ends the word. */
  readonly splits: boolean;
}

/** `end`: the word ends here, as between the elements of `"${a[@]}"`. */
export type Token = Piece | 'end';

/** White space in unquoted text ends a word. */
export function fields(tokens: readonly Token[], at: Span): readonly Word[] {
  const words: Word[] = [];
  let parts: WordPart[] = [];
  let isOpen = false;
  let hasSplittingUnknown = false;
  let origins = new Set<Span | undefined>();
  let whole: Piece['whole'];
  const close = (): void => {
    const rest = { ...originIn(origins, at), ...regionIn(whole, parts) };
    if (isOpen) words.push({ parts: tidied(parts), splits: hasSplittingUnknown, at, ...rest });
    parts = [];
    whole = undefined;
    origins = new Set();
    isOpen = false;
    hasSplittingUnknown = false;
  };
  for (const token of tokens) {
    if (token === 'end') {
      close();
      continue;
    }
    const { part, splits, from } = token;
    origins.add(from);
    if (parts.length === 0) whole = token.whole;
    if (part.kind === 'unknown' || !splits) {
      parts.push(part);
      isOpen = true;
      hasSplittingUnknown ||= splits;
      continue;
    }
    for (const [index, field] of part.text.split(/[ \t\n]+/).entries()) {
      if (index > 0) close();
      if (field === '') continue;
      parts.push({ kind: 'text', text: field });
      isOpen = true;
    }
  }
  close();
  return words;
}

/** Where all of a word comes from, when that is one place, and another than where the word stands. */
function originIn(origins: ReadonlySet<Span | undefined>, at: Span): Pick<Word, 'from'> {
  const [from] = origins.size === 1 ? origins : [];
  return from && (from.path !== at.path || from.start !== at.start) ? { from } : {};
}

/** Of a word that is one value, and nothing else. */
const regionIn = (whole: Piece['whole'], parts: readonly WordPart[]): Pick<Word, 'region'> =>
  whole?.pieces === parts.length ? { region: whole.region } : {};

/** Neighbouring texts become one; an empty word keeps no part at all. */
function tidied(parts: readonly WordPart[]): readonly WordPart[] {
  const tidy: WordPart[] = [];
  for (const part of parts) {
    const last = tidy.at(-1);
    if (part.kind === 'text' && part.text === '') continue;
    if (part.kind === 'text' && last?.kind === 'text') {
      tidy[tidy.length - 1] = { kind: 'text', text: last.text + part.text };
    } else tidy.push(part);
  }
  return tidy;
}
