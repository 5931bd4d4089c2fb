//! The text of a Jinja expression to its tokens.
//! Source: https://jinja.palletsprojects.com/en/stable/templates/#expressions

import { type Token, tokensOf } from '../script-text/tokens.ts';

const TOKEN =
  /\s*(?:(?<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_]\w*)|(?<sign>==|!=|<=|>=|\/\/|\*\*|[-+~*/%|()[\]{}.,:=<>]))/sy;

/** The text of a string is what it holds, escapes left as they are. `undefined` when something there is no token. */
export const jinjaTokens = (
  text: string,
  start: number,
  end: number,
): readonly Token[] | undefined =>
  tokensOf(TOKEN, text, start, end)?.map(it =>
    it.kind === 'string' ? { ...it, text: it.text.slice(1, -1) } : it,
  );
