//! Where a piece of a Bicep string ends: at its quote, or where an interpolation begins.

export interface PieceEnd {
  readonly position: number;
  readonly stop: 'quote' | 'interpolation' | 'unterminated';
}

/** Stands after the opening quote, or after the `}` of an interpolation. */
export function endOfPlainPiece(text: string, from: number): PieceEnd {
  let position = from;
  while (position < text.length) {
    const letter = text.charAt(position);
    if (letter === '\n' || letter === '\r') break;
    if (letter === "'") return { position: position + 1, stop: 'quote' };
    if (letter === '$' && text.charAt(position + 1) === '{') {
      return { position: position + 2, stop: 'interpolation' };
    }
    position += letter === '\\' && !isLineEnd(text.charAt(position + 1)) ? 2 : 1;
  }
  return { position: Math.min(position, text.length), stop: 'unterminated' };
}

/** `dollars` is how many stand before the opening quotes; without one there is no interpolation. */
export function endOfMultilinePiece(text: string, from: number, dollars: number): PieceEnd {
  let position = from;
  while (position < text.length) {
    const letter = text.charAt(position);
    if (letter !== "'" && letter !== '$') {
      position += 1;
      continue;
    }
    const length = runLength(text, position, letter);
    position += length;
    if (letter === "'" && length >= 3) return { position, stop: 'quote' };
    if (letter === '$' && dollars > 0 && length >= dollars && text.charAt(position) === '{') {
      return { position: position + 1, stop: 'interpolation' };
    }
  }
  return { position, stop: 'unterminated' };
}

/** How often the letter stands there in a row. */
export function runLength(text: string, from: number, letter: string): number {
  let position = from;
  while (text.charAt(position) === letter) position += 1;
  return position - from;
}

const isLineEnd = (letter: string): boolean => letter === '' || letter === '\n' || letter === '\r';
