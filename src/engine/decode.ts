//! The bytes of a file to its text.

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  /** Not valid in its encoding: what could not be read is U+FFFD; `offset` is the first of them. */
  | { readonly kind: 'damaged'; readonly text: string; readonly offset: number }
  | { readonly kind: 'binary' };

const NUL = 0;

/** UTF-8, or UTF-16 when a byte order mark says so; the mark is not part of the text. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(NUL)) return { kind: 'binary' };
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return { kind: 'damaged', text, offset: Math.max(0, text.indexOf('\ufffd')) };
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
