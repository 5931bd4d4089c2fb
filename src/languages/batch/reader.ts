//! A position in the text of a batch file, and the small things that are read from there.

import type { BatchCommand, Redirect, Stretch } from './tree.ts';

export interface Reader {
  readonly text: string;
  position: number;
  /** How many parentheses are open. */
  depth: number;
}

/** The end of an expansion that begins at `position`: `%x:"=%` may hold quotes and spaces. */
const EXPANSION = /%[^%\s:=&|<>^"()!][^%:\n"&|<>]*(?::[^%\n]*)?%/y;

/** At a `^` and a line end, which together are nothing. */
const isContinuation = (text: string, at: number): boolean =>
  text.charAt(at) === '^' && text.charAt(at + 1) === '\n';

export function skipSpace(reader: Reader): void {
  const { text } = reader;
  for (;;) {
    if (isContinuation(text, reader.position)) reader.position += 2;
    else if (/[ \t,;=@]/.test(text.charAt(reader.position))) reader.position += 1;
    else return;
  }
}

/** Lines end where nothing escapes the end. */
export function skipLine(reader: Reader): void {
  const end = reader.text.indexOf('\n', reader.position);
  reader.position = end < 0 ? reader.text.length : end;
}

/** The word at the position in lower case, as far as letters go; the position stays. */
export function keyword(reader: Reader): string {
  const pattern = /[A-Za-z]+(?![\w.\\/:-])/y;
  pattern.lastIndex = reader.position;
  return pattern.exec(reader.text)?.[0].toLowerCase() ?? '';
}

/** A word that ends at white space outside of quotes, or at a sign of the shell. */
export function readWord(reader: Reader): Stretch {
  const start = reader.position;
  reader.position = endOf(reader, /[ \t\n&|<>)]/, /[ \t\n&|<>]/);
  return { start, end: reader.position };
}

/** A simple command up to what ends it. */
export function readCommand(reader: Reader): BatchCommand {
  const { text } = reader;
  const start = reader.position;
  const redirects: Redirect[] = [];
  for (;;) {
    reader.position = endOf(reader, /[\n&|<>)]/, /[\n&|<>]/);
    const sign = text.charAt(reader.position);
    if (sign !== '<' && sign !== '>') break;
    redirects.push(readRedirect(reader));
  }
  const end = start + text.slice(start, reader.position).trimEnd().length;
  return { kind: 'command', start, end, redirects };
}

function readRedirect(reader: Reader): Redirect {
  const { text } = reader;
  const sign = reader.position;
  const stream = /[0-9]/.test(text.charAt(sign - 1)) && /^$|\s/.test(text.charAt(sign - 2));
  const appends = text.charAt(sign + 1) === '>';
  reader.position += appends ? 2 : 1;
  // Which descriptor `>&` means may be missing at the end of the text.
  if (text.charAt(reader.position) === '&')
    reader.position = Math.min(reader.position + 2, text.length);
  else skipSpace(reader);
  const target = readWord(reader);
  const start = stream ? sign - 1 : sign;
  const isStandard = !stream || text.charAt(sign - 1) === '1';
  const isOutput = text.charAt(sign) === '>' && isStandard && target.end > target.start;
  return { start, end: Math.max(target.end, reader.position), target, appends, isOutput };
}

/** The first unquoted, unescaped character from `stops`; a parenthesis counts only inside some. */
function endOf({ text, position, depth }: Reader, inside: RegExp, outside: RegExp): number {
  const stops = depth > 0 ? inside : outside;
  let isQuoted = false;
  let at = position;
  while (at < text.length) {
    const letter = text.charAt(at);
    if (letter === '\n') return at;
    const expansion = letter === '%' ? expansionEnd(text, at) : undefined;
    if (expansion !== undefined) {
      at = expansion;
      continue;
    }
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === '^') at += 1;
    else if (!isQuoted && stops.test(letter)) return at;
    at += 1;
  }
  return Math.min(at, text.length);
}

/** `%%` is a percent sign, or begins the variable of a loop. */
function expansionEnd(text: string, at: number): number | undefined {
  if (text.charAt(at + 1) === '%') return at + 2;
  EXPANSION.lastIndex = at;
  return EXPANSION.test(text) ? EXPANSION.lastIndex : undefined;
}
