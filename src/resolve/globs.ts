//! Patterns of a shell: `case` and names of files.

/** `*` and `?` of a shell pattern, without running a regular expression that the file could shape. */
export function globMatches(pattern: string, text: string): boolean {
  const [start = [], ...rest] = piecesOf(pattern);
  const last = rest.pop();
  if (last === undefined) return same(start, text);
  if (text.length < start.length + last.length) return false;
  if (!same(start, text.slice(0, start.length))) return false;
  if (!same(last, text.slice(text.length - last.length))) return false;
  let from = start.length;
  const end = text.length - last.length;
  for (const piece of rest) {
    let at = from;
    while (at + piece.length <= end && !same(piece, text.slice(at, at + piece.length))) at += 1;
    if (at + piece.length > end) return false;
    from = at + piece.length;
  }
  return from <= end;
}

/** Characters between stars; `undefined` for any. */
type Piece = readonly (string | undefined)[];

function piecesOf(pattern: string): readonly Piece[] {
  const pieces: (string | undefined)[][] = [[]];
  for (const [token] of pattern.matchAll(/\\?./gs)) {
    if (token === '*') pieces.push([]);
    else pieces.at(-1)?.push(token === '?' ? undefined : token.at(-1));
  }
  return pieces;
}

const same = (piece: Piece, text: string): boolean =>
  piece.length === text.length &&
  piece.every((it, index) => it === undefined || it === text[index]);
