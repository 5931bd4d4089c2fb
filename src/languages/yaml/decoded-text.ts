//! A decoded text while it is put together: what is copied keeps its place, what is inserted has none.

import type { Segment } from '../../domain/region.ts';

export interface DecodedText {
  readonly text: string;
  readonly segments: readonly Segment[];
}

export interface TextBuilder {
  /** Appends source[start, end), which stands there verbatim. */
  copy(start: number, end: number): void;
  /** Appends characters that the source spells in another way. */
  insert(text: string): void;
  done(): DecodedText;
}

export function textBuilder(source: string): TextBuilder {
  const pieces: string[] = [];
  const segments: Segment[] = [];
  let guest = 0;
  let last: { guest: number; host: number; length: number } | undefined;
  return {
    copy(start, end) {
      if (end <= start) return;
      const length = end - start;
      pieces.push(source.slice(start, end));
      if (last && last.host + last.length === start && last.guest + last.length === guest) {
        last.length += length;
      } else {
        last = { guest, host: start, length };
        segments.push(last);
      }
      guest += length;
    },
    insert(text) {
      pieces.push(text);
      guest += text.length;
    },
    done: () => ({ text: pieces.join(''), segments }),
  };
}
