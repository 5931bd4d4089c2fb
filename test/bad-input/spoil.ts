//! Ways to spoil a text, as editors, merges, generators and strangers do.

import type { Random } from './random.ts';

const PIECES = [
  ...'()[]{}<>\'"`\\$@#%&|;:,.=-+*/!?~^ \t\n',
  '"""',
  "'''",
  '${',
  '${{',
  '$(',
  '$((',
  '{{',
  '{%',
  '@"\n',
  '/*',
  '*/',
  '<<EOF\n',
  '<<~EOF\n',
  '<<-\n',
  "<<'",
  '\0',
  '\ufeff',
  '\r',
  '\r\n',
  '\u2028',
  '\u0085',
  '\ud800',
  '😀',
  '1e999',
  '9'.repeat(400),
  '-0x8000000000000000',
  '!!binary ',
  '&a ',
  '*a',
  '? ',
  '---\n',
];

/** Names that objects have of themselves. */
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

type Spoiling = (text: string, random: Random) => string;

const cut = (text: string, random: Random): string => text.slice(0, random.below(text.length));

const without = (text: string, random: Random): string => {
  const at = random.below(text.length);
  return text.slice(0, at) + text.slice(at + 1 + random.below(4));
};

const withoutBracket = (text: string, random: Random): string => {
  const places = [...text.matchAll(/[()[\]{}"'`<>]/g)].map(it => it.index);
  const at = random.of(places) ?? 0;
  return text.slice(0, at) + text.slice(at + 1);
};

const withPiece = (text: string, random: Random): string => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + (random.of(PIECES) ?? '') + text.slice(at);
};

const withRepeated = (text: string, random: Random): string => {
  const at = random.below(text.length + 1);
  const piece = random.of(PIECES) ?? '';
  return text.slice(0, at) + piece.repeat(1 + random.below(60)) + text.slice(at);
};

const withLineTwice = (text: string, random: Random): string => {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  return lines.toSpliced(at, 0, lines[at] ?? '').join('\n');
};

const withLinesMoved = (text: string, random: Random): string => {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(random.below(lines.length), 1);
  return lines.toSpliced(random.below(lines.length + 1), 0, line).join('\n');
};

const withIndent = (text: string, random: Random): string => {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  return lines.with(at, `${random.of([' ', '  ', '\t', '        '])}${lines[at]}`).join('\n');
};

const withName = (text: string, random: Random): string => {
  const words = [...text.matchAll(/[A-Za-z_][\w-]*/g)];
  const word = random.of(words);
  const name = random.of(NAMES) ?? '';
  if (!word) return name + text;
  // Everywhere: a variable that is named so is read under that name.
  if (random.below(2) === 0) return text.replaceAll(word[0], name);
  return text.slice(0, word.index) + name + text.slice(word.index + word[0].length);
};

const withNumber = (text: string, random: Random): string => {
  const words = [...text.matchAll(/\d+|[A-Za-z_][\w-]*/g)];
  const word = random.of(words);
  const number = random.of(['99999999999999999999999', '-1', '1e400', '0x', '4294967296', 'NaN']);
  if (!word) return text;
  return text.slice(0, word.index) + number + text.slice(word.index + word[0].length);
};

const withSwapped = (text: string, random: Random): string => {
  const [from, to] = [random.below(text.length), random.below(text.length)];
  const part = text.slice(from, from + random.below(40));
  return text.slice(0, to) + part + text.slice(to);
};

const asCrlf = (text: string): string => text.replaceAll('\n', '\r\n');
const asCr = (text: string): string => text.replaceAll('\n', '\r');
const onOneLine = (text: string): string => text.replaceAll('\n', ' ');
const marked = (text: string): string => `\ufeff${text}`;

const SPOILINGS: readonly Spoiling[] = [
  cut,
  cut,
  without,
  withoutBracket,
  withoutBracket,
  withPiece,
  withPiece,
  withRepeated,
  withLineTwice,
  withLinesMoved,
  withIndent,
  withName,
  withName,
  withNumber,
  withSwapped,
  asCrlf,
  asCr,
  onOneLine,
  marked,
];

/** One to three of them. */
export function spoilt(text: string, random: Random): string {
  let result = text;
  for (let left = 1 + random.below(3); left > 0; left -= 1)
    result = (random.of(SPOILINGS) ?? marked)(result, random);
  return result;
}
