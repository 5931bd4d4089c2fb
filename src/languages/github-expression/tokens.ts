//! The text of a GitHub expression to its tokens.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions

export interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /\s*(?:(?<string>'(?:[^']|'')*')|(?<number>[-+]?(?:0x[\da-f]+|0o[0-7]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?))|(?<name>[a-z_][\w-]*)|(?<sign>&&|\|\||[=!<>]=|[<>!()[\].,*]))/iy;

/** `undefined` when something in text[start, end) is no token. */
export function tokensOf(text: string, start: number, end: number): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const body = text.slice(0, end).trimEnd();
  let at = start;
  while (at < body.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(body);
    if (!found?.groups) return undefined;
    const { string, number, name, sign } = found.groups;
    const spelled = string ?? number ?? name ?? sign ?? '';
    const kind = string ? 'string' : number ? 'number' : name ? 'name' : 'sign';
    at += found[0].length;
    tokens.push({ kind, text: spelled, start: at - spelled.length, end: at });
  }
  return tokens;
}
