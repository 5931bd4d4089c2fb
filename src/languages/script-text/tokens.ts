//! The tokens of a small language of expressions, which one pattern tells apart.

export interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'sign';
  /** As spelled. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * `pattern` is sticky, passes over white space, and has a group of the name of each kind.
 * `undefined` when something in text[start, end) is no token.
 */
export function tokensOf(
  pattern: RegExp,
  text: string,
  start: number,
  end: number,
): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const body = text.slice(0, end).trimEnd();
  let at = start;
  while (at < body.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(body);
    if (!found?.groups) return undefined;
    const { string, number, name, sign } = found.groups;
    const spelled = string ?? number ?? name ?? sign ?? '';
    const kind = string ? 'string' : number ? 'number' : name ? 'name' : 'sign';
    at += found[0].length;
    tokens.push({ kind, text: spelled, start: at - spelled.length, end: at });
  }
  return tokens;
}
