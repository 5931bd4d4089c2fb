//! Text of unknown origin made safe to print: what a terminal or a log would act on is shown as an escape.

/** C0 and C1 controls, line separators, controls of writing direction, lone surrogates. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

export const visible = (text: string): string => text.replace(UNSAFE, escapeOf);

function escapeOf(character: string): string {
  const short = SHORT[character];
  if (short) return short;
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/** "1 finding", "2 findings". */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
