//! Expressions to the words a shell would make of them: expansion, spreading, splitting at white space.

import { type Word, type WordPart, wordText } from '../domain/call.ts';
import type { Expression } from '../domain/expression.ts';
import { ABSENT } from '../domain/value.ts';
import { combinations, type Datum, isManyElements, partsOf } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { entriesOf } from './inputs.ts';
import { NOWHERE, type State } from './state.ts';
import { fields, type Piece, type Token } from './word-fields.ts';
import type { Frame } from './world.ts';

/** A command line with more ways to read it has its variable words unknown instead. */
const COMMAND_LINES_MAX = 12;

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
  const region = datum.kind === 'string' && !splits ? datum.region : undefined;
  const whole = region ? { whole: { region, pieces: parts.length } } : {};
  return parts.map((part, index) => ({ part, splits, ...from, ...(index === 0 ? whole : {}) }));
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

function distinct(rows: readonly (readonly Word[])[]): readonly (readonly Word[])[] {
  if (rows.length < 2) return rows;
  const seen = new Set<string>();
  return rows.filter(row => {
    const key = JSON.stringify(row.map(word => [wordText(word) ?? word.parts, word.splits]));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
