//! The escapes of quoted strings.

export interface Escape {
  readonly value: string;
  /** With its backslash. */
  readonly length: number;
  readonly isValid: boolean;
}

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

const CODE_POINT_MAX = 0x10ffff;

/** `position` is the backslash's. An escape that HCL does not know stands for nothing. */
export function readEscape(text: string, position: number): Escape {
  const letter = text.charAt(position + 1);
  const value = SIMPLE.get(letter);
  if (value !== undefined) return { value, length: 2, isValid: true };
  if (letter === 'u' || letter === 'U') {
    const digits = text.slice(position + 2, position + (letter === 'u' ? 6 : 10));
    const isWhole = digits.length === (letter === 'u' ? 4 : 8) && /^[0-9a-fA-F]+$/.test(digits);
    const code = isWhole ? Number.parseInt(digits, 16) : CODE_POINT_MAX + 1;
    if (code <= CODE_POINT_MAX) {
      return { value: String.fromCodePoint(code), length: 2 + digits.length, isValid: true };
    }
  }
  return { value: '', length: letter === '\n' ? 1 : 2, isValid: false };
}
