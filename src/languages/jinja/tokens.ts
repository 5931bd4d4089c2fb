//! The text of a Jinja expression to its tokens.
//! Source: https://jinja.palletsprojects.com/en/stable/templates/#expressions

export interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'sign';
  /** As spelled; of a string what it holds, escapes left as they are. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /\s*(?:'(?<single>(?:[^'\\]|\\.)*)'|"(?<double>(?:[^"\\]|\\.)*)"|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_]\w*)|(?<sign>==|!=|<=|>=|\/\/|\*\*|[-+~*/%|()[\]{}.,:=<>]))/sy;

/** `undefined` when something in text[start, end) is no token. */
export function tokensOf(text: string, start: number, end: number): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const body = text.slice(0, end).trimEnd();
  let at = start;
  while (at < body.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(body);
    if (!found?.groups) return undefined;
    const { single, double, number, name, sign } = found.groups;
    const string = single ?? double;
    at += found[0].length;
    const spelled = string ?? number ?? name ?? sign ?? '';
    const length = string === undefined ? spelled.length : spelled.length + 2;
    const kind =
      string !== undefined ? 'string' : number ? 'number' : name ? 'name' : ('sign' as const);
    tokens.push({ kind, text: spelled, start: at - length, end: at });
  }
  return tokens;
}
