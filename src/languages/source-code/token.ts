//! What program text consists of: names, literals, strings with the code inside them, and symbols; comments are gone.

/** Offsets in the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type Token = NameToken | LiteralToken | SymbolToken | StringToken;

interface Placed extends Stretch {
  /** Characters before it on its line, when it is the first there. */
  readonly indent: number | undefined;
}

/** Names and keywords. */
export interface NameToken extends Placed {
  readonly kind: 'name';
  readonly text: string;
}

/** Numbers and regular expressions: nothing is told of them. */
export interface LiteralToken extends Placed {
  readonly kind: 'literal';
}

export interface SymbolToken extends Placed {
  readonly kind: 'symbol';
  readonly text: string;
}

export interface StringToken extends Placed {
  readonly kind: 'string';
  readonly manner: StringManner;
  readonly parts: readonly StringPart[];
}

export type StringPart =
  | ({ readonly kind: 'text' } & Stretch)
  /** From the opening to the closing brace, both in it; the tokens are what stands between them. */
  | ({ readonly kind: 'hole'; readonly tokens: readonly Token[] } & Stretch);

/** How the characters of a string are written. */
export interface StringManner {
  readonly escapes: 'backslash' | 'none' | 'doubled-quote';
  /** `{{` stands for `{`. */
  readonly doublesBraces: boolean;
  /** Bytes are not a text. */
  readonly isBytes: boolean;
}
