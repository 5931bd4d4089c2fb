//! Stretches of a batch text to words: quotes and escapes undone, expansions put in, those without quotes set apart.

import type { Expression } from '../../domain/expression.ts';
import { holeAt } from '../script-text/source.ts';
import { type Piece, stringOf } from '../script-text/strings.ts';
import { type Context, placeOf } from './context.ts';
import { expansionAt } from './expansions.ts';
import type { BatchCommand, Stretch } from './tree.ts';

type Fragment =
  | { readonly kind: 'piece'; readonly piece: Piece }
  /** Its text is put in before the line is cut into words. */
  | { readonly kind: 'split'; readonly expression: Expression };

export interface BatchWord extends Stretch {
  readonly fragments: readonly Fragment[];
}

/** `words`: apart at white space, without quotes; `text`: all of it, as it stands. */
type Manner = 'words' | 'text';

/** The words of a command, what is redirected left out. */
export function wordsOf(command: BatchCommand, context: Context): readonly BatchWord[] {
  const words: BatchWord[] = [];
  let from = command.start;
  for (const redirect of [...command.redirects, { start: command.end, end: command.end }]) {
    words.push(...wordsIn({ start: from, end: redirect.start }, context));
    from = redirect.end;
  }
  return words;
}

export function wordsIn({ start, end }: Stretch, context: Context): readonly BatchWord[] {
  const words: BatchWord[] = [];
  let at = start;
  while (at < end) {
    if (/\s/.test(context.source.text.charAt(at))) {
      at += 1;
      continue;
    }
    const word = readFragments({ start: at, end }, 'words', context);
    // A continued line alone is no word.
    if (word.fragments.length > 0) words.push(word);
    at = Math.max(word.end, at + 1);
  }
  return words;
}

export const trimmed = ({ start, end }: Stretch, text: string): Stretch => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
});

/** Without white space and quotes around it. */
export function unquoted({ start, end }: Stretch, text: string): Stretch {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  const to = start + inside.trimEnd().length;
  const isQuoted = to - from > 1 && text.charAt(from) === '"' && text.charAt(to - 1) === '"';
  return isQuoted ? { start: from + 1, end: to - 1 } : { start: from, end: Math.max(from, to) };
}

/** One word, whatever white space is in it. */
export const textWord = (stretch: Stretch, context: Context): BatchWord =>
  readFragments(stretch, 'text', context);

export const wordExpressions = (
  words: readonly BatchWord[],
  context: Context,
): readonly Expression[] => words.map(it => wordExpression(it, context));

export function wordExpression(word: BatchWord, context: Context): Expression {
  const { region } = context.source;
  const at = placeOf(context, word);
  const parts: Expression[] = [];
  let pieces: Piece[] = [];
  const close = (): void => {
    const given = pieces.filter(it => it.kind !== 'decoded' || it.text !== '');
    if (pieces.length > 0) parts.push(stringOf(given, region, at));
    pieces = [];
  };
  for (const fragment of word.fragments) {
    if (fragment.kind === 'piece') pieces.push(fragment.piece);
    else {
      close();
      parts.push({ kind: 'split', of: fragment.expression, at: fragment.expression.at });
    }
  }
  close();
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  return parts.length === 0 ? stringOf([], region, at) : { kind: 'join', parts, at };
}

/** What a word without expansions spells; `undefined` for the others. */
export function staticText(word: BatchWord | undefined, context: Context): string | undefined {
  if (!word) return undefined;
  let text = '';
  for (const fragment of word.fragments) {
    if (fragment.kind === 'split' || fragment.piece.kind === 'hole') return undefined;
    const { piece } = fragment;
    const { start, end } = piece.kind === 'decoded' ? { start: 0, end: 0 } : piece;
    text += piece.kind === 'decoded' ? piece.text : context.source.text.slice(start, end);
  }
  return text;
}

function readFragments({ start, end }: Stretch, manner: Manner, context: Context): BatchWord {
  const { region, text } = context.source;
  const fragments: Fragment[] = [];
  let isQuoted = false;
  let at = start;
  const add = (piece: Piece): void => {
    fragments.push({ kind: 'piece', piece });
  };
  const put = (expression: Expression, to: number): void => {
    const isOne = isQuoted || manner === 'text';
    if (isOne) add({ kind: 'hole', start: at, end: to, expression });
    else fragments.push({ kind: 'split', expression });
    at = to;
  };
  while (at < end) {
    const letter = text.charAt(at);
    if (manner === 'words' && !isQuoted && /\s/.test(letter)) break;
    const hole = holeAt(region, at, at + 1);
    const expansion = expansionAt(at, context);
    if (hole?.start === at) put(hole.expression, hole.end);
    else if (expansion && expansion.end <= end) put(expansion.expression, expansion.end);
    else if (letter === '%' && text.charAt(at + 1) === '%') at = verbatim(at + 1, add);
    else if (letter === '^' && !isQuoted) at = escaped(at, text, add);
    else if (letter === '\\' && text.charAt(at + 1) === '"' && manner === 'words') {
      add({ kind: 'decoded', text: '"' });
      at += 2;
    } else if (letter === '"') {
      isQuoted = !isQuoted;
      if (manner === 'text') add({ kind: 'verbatim', start: at, end: at + 1 });
      // Quotes around nothing are a word too.
      else add({ kind: 'decoded', text: '' });
      at += 1;
    } else at = verbatim(at, add);
  }
  return { start, end: at, fragments };
}

function verbatim(at: number, add: (piece: Piece) => void): number {
  add({ kind: 'verbatim', start: at, end: at + 1 });
  return at + 1;
}

/** `^x` is `x`; with the end of a line it is nothing. */
function escaped(at: number, text: string, add: (piece: Piece) => void): number {
  if (text.charAt(at + 1) !== '\n') add({ kind: 'verbatim', start: at + 1, end: at + 2 });
  return at + 2;
}
