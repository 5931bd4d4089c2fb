//! Expressions to the words a shell would make of them: expansion, spreading, splitting at white space.

import { type Word, type WordPart, wordText } from '../domain/call.ts';
import type { Expression } from '../domain/expression.ts';
import type { Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { combinations, type Datum, isManyElements, partsOf } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { entriesOf } from './inputs.ts';
import { NOWHERE, type State } from './state.ts';
import type { Frame } from './world.ts';

/** A command line with more ways to read it has its variable words unknown instead. */
const COMMAND_LINES_MAX = 12;

/** A stretch of a word in the making. */
interface Piece {
  readonly part: WordPart;
  /** Where the whole value is spelled out that it is a part of. */
  readonly from?: Span;
  /** Unquoted: white space in it ends the word. */
  readonly splits: boolean;
}

/** `end`: the word ends here, as between the elements of `"${a[@]}"`. */
type Token = Piece | 'end';

/** Every command line that `words` may expand to. */
export function commandLines(
  words: readonly Expression[],
  state: State,
  frame: Frame,
): readonly (readonly Word[])[] {
  const choices = words.map(word => wordChoices(word, state, frame));
  const rows = combinations(choices, COMMAND_LINES_MAX) ?? [
    choices.map((options, index) =>
      options.length === 1 && options[0] ? options[0] : [anyWords(words[index])],
    ),
  ];
  return distinct(rows.map(row => row.flat()));
}

const anyWords = (expression: Expression | undefined): Word => ({
  parts: [{ kind: 'unknown', why: { kind: 'not-evaluated', text: 'one of many values' } }],
  splits: true,
  at: expression?.at ?? NOWHERE,
});

function wordChoices(word: Expression, state: State, frame: Frame): readonly (readonly Word[])[] {
  return tokenChoices(word, false, state, frame).map(tokens => fields(tokens, word.at));
}

function tokenChoices(
  expression: Expression,
  splits: boolean,
  state: State,
  frame: Frame,
): readonly (readonly Token[])[] {
  switch (expression.kind) {
    case 'join': {
      const choices = expression.parts.map(part => tokenChoices(part, splits, state, frame));
      const rows = combinations(choices, COMMAND_LINES_MAX);
      return rows
        ? rows.map(row => row.flat())
        : [[{ part: { kind: 'unknown', why: { kind: 'not-evaluated', text: '…' } }, splits }]];
    }
    case 'split':
      return tokenChoices(expression.of, true, state, frame);
    case 'elements':
      return evaluate(expression.of, state, frame).map(it => elementTokens(it, splits));
    case 'text':
    case 'reference':
    case 'list':
    case 'object':
    case 'choice':
    case 'member':
    case 'call':
    case 'output':
    case 'unknown':
      return evaluate(expression, state, frame).map(it => pieces(it, splits));
  }
}

/** An array without an index is its first element. An empty string is still a word, unless it was unquoted: an empty quoted piece stands for it. */
function pieces(datum: Datum, splits: boolean): readonly Piece[] {
  const parts = wordParts(datum.kind === 'list' ? (datum.items[0] ?? ABSENT) : datum);
  if (parts.length === 0 && !splits) return [{ part: { kind: 'text', text: '' }, splits }];
  const from = placeOf(datum);

  return parts.map(part => ({ part, splits, ...from }));
}

/** A text that was filled in stands where its pattern does. */
function placeOf(datum: Datum): Pick<Piece, 'from'> {
  if (datum.kind === 'object') return { from: datum.at };
  return datum.kind === 'string' ? { from: datum.region?.at ?? datum.at } : {};
}

function wordParts(datum: Datum): readonly WordPart[] {
  if (datum.kind !== 'object') return partsOf(datum);
  return partsOf(datum).map(it => ({ ...it, entries: entriesOf(datum) }));
}

function elementTokens(datum: Datum, splits: boolean): readonly Token[] {
  if (datum.kind === 'list') {
    return datum.items.flatMap((item, index): readonly Token[] => {
      const isMany = isManyElements(item);
      const all = pieces(item, splits).map(it => ({
        ...it,
        splits: splits || (isMany && it.part.kind === 'unknown'),
      }));
      return index === 0 ? all : ['end', ...all];
    });
  }
  if (datum.kind === 'object') return namedTokens(datum);
  // The number of elements is not known either.
  return datum.kind === 'string' ? pieces(datum, splits) : pieces(datum, true);
}

/** PowerShell spreads `@{ Tenant = $id }` into `-tenant:1111`. */
const namedTokens = (datum: Datum & { kind: 'object' }): readonly Token[] =>
  [...datum.entries].flatMap(([name, value], index): readonly Token[] => {
    const parts: readonly WordPart[] = [{ kind: 'text', text: `-${name}:` }, ...wordParts(value)];
    const all = parts.map(part => ({ part, splits: false }));
    return index === 0 ? all : ['end', ...all];
  });

function fields(tokens: readonly Token[], at: Span): readonly Word[] {
  const words: Word[] = [];
  let parts: WordPart[] = [];
  let isOpen = false;
  let hasSplittingUnknown = false;
  let origins = new Set<Span | undefined>();
  const close = (): void => {
    const from = originIn(origins, at);
    if (isOpen) words.push({ parts: tidied(parts), splits: hasSplittingUnknown, at, ...from });
    parts = [];
    origins = new Set();
    isOpen = false;
    hasSplittingUnknown = false;
  };
  for (const token of tokens) {
    if (token === 'end') {
      close();
      continue;
    }
    const { part, splits, from } = token;
    origins.add(from);
    if (part.kind === 'unknown' || !splits) {
      parts.push(part);
      isOpen = true;
      hasSplittingUnknown ||= splits;
      continue;
    }
    for (const [index, field] of part.text.split(/[ \t\n]+/).entries()) {
      if (index > 0) close();
      if (field === '') continue;
      parts.push({ kind: 'text', text: field });
      isOpen = true;
    }
  }
  close();
  return words;
}

/** Where all of a word comes from, when that is one place, and another than where the word stands. */
function originIn(origins: ReadonlySet<Span | undefined>, at: Span): Pick<Word, 'from'> {
  const [from] = origins.size === 1 ? origins : [];
  return from && (from.path !== at.path || from.start !== at.start) ? { from } : {};
}

/** Neighbouring texts become one; an empty word keeps no part at all. */
function tidied(parts: readonly WordPart[]): readonly WordPart[] {
  const tidy: WordPart[] = [];
  for (const part of parts) {
    const last = tidy.at(-1);
    if (part.kind === 'text' && part.text === '') continue;
    if (part.kind === 'text' && last?.kind === 'text') {
      tidy[tidy.length - 1] = { kind: 'text', text: last.text + part.text };
    } else tidy.push(part);
  }
  return tidy;
}

function distinct(rows: readonly (readonly Word[])[]): readonly (readonly Word[])[] {
  const seen = new Set<string>();
  return rows.filter(row => {
    const key = JSON.stringify(row.map(word => [wordText(word) ?? word.parts, word.splits]));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
