//! Bytes to text, whatever wrote them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map(it => (typeof it === 'string' ? Buffer.from(it) : Buffer.from(it))));

test.each([
  { name: 'UTF-8', given: bytes('naïve'), text: 'naïve' },
  { name: 'UTF-8 with a mark', given: bytes([0xef, 0xbb, 0xbf], 'az'), text: 'az' },
  { name: 'UTF-16, little end first', given: bytes([0xff, 0xfe, 0x61, 0, 0x7a, 0]), text: 'az' },
  { name: 'UTF-16, big end first', given: bytes([0xfe, 0xff, 0, 0x61, 0, 0x7a]), text: 'az' },
  { name: 'nothing', given: bytes(), text: '' },
])('$name is text', ({ given, text }) => {
  expect(decode(given)).toEqual({ kind: 'text', text });
});

test('A byte that is no character is replaced, and its place is told', () => {
  const damaged = { kind: 'damaged', text: 'az\n\ufffd login', offset: 3 };
  expect(decode(bytes('az\n', [0xe9], ' login'))).toEqual(damaged);
});

test('NUL bytes without a mark are no text', () => {
  expect(decode(bytes('az', [0], 'login'))).toEqual({ kind: 'binary' });
});

test('Whatever the bytes, it answers', () => {
  fc.assert(
    fc.property(fc.uint8Array(), given => {
      expect(['text', 'damaged', 'binary']).toContain(decode(given).kind);
    }),
  );
});

test('Every text comes back as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
      expect(decode(bytes(text))).toEqual({ kind: 'text', text });
    }),
  );
});
