//! Matrices to their combinations.

import { describe, expect, it } from 'vitest';
import { type Combinations, combinationsIn } from './combinations.ts';
import { type Datum, datumText, stringDatum, unknownDatum } from './datum.ts';
import { decodedJson } from './json.ts';
import { NOWHERE } from './state.ts';

const OPEN = unknownDatum({ kind: 'not-evaluated', text: 'x' }, NOWHERE);

/** The text `?` is one that nobody knows. */
function withOpen(datum: Datum): Datum {
  if (datum.kind === 'list') return { ...datum, items: datum.items.map(withOpen) };
  if (datum.kind === 'object') {
    const entries = [...datum.entries].map(([name, it]) => [name, withOpen(it)] as const);
    return { ...datum, entries: new Map(entries) };
  }
  return datumText(datum) === '?' ? OPEN : datum;
}

const combinations = (matrix: object): Combinations =>
  combinationsIn(
    withOpen(decodedJson(stringDatum(JSON.stringify(matrix), NOWHERE), NOWHERE) ?? OPEN),
  );

const shown = ({ all }: Combinations): readonly string[] =>
  all.map(({ values, isOpen }) => {
    const texts = [...values].map(([name, it]) => `${name}=${datumText(it) ?? '?'}`);
    return [...texts, ...(isOpen ? ['…'] : [])].join(' ');
  });

describe('a matrix', () => {
  it.each<readonly [object, readonly string[]]>([
    [{ a: [1, 2], b: ['x', 'y'] }, ['a=1 b=x', 'a=1 b=y', 'a=2 b=x', 'a=2 b=y']],
    [{ a: [true, null] }, ['a=true', 'a=?']],
    [{ a: [1, 2], exclude: [{ a: 2 }] }, ['a=1']],
    [{ a: [1, 2], b: [1, 2], exclude: [{ a: 1 }, { a: 2, b: 1 }] }, ['a=2 b=2']],
    [{ a: [1], exclude: [{ a: '?' }] }, ['a=1']],
    [{ include: [{ a: 1 }, { b: 2 }] }, ['a=1', 'b=2']],
    [{ a: [1, 2], include: [{ b: 3 }] }, ['a=1 b=3', 'a=2 b=3']],
    [{ a: [1], include: [{ b: 3 }, { b: 4 }] }, ['a=1 b=4']],
    [{ a: [1, '?'], include: [{ a: 2, b: 3 }] }, ['a=1', 'a=?', 'a=2 b=3']],
    [{ a: [1], include: '?' }, ['a=1 …', '…']],
    [{ a: '?' }, ['a=?']],
    [{ a: [], b: [1] }, []],
    [{}, []],
  ])('%j is %j', (matrix, expected) => {
    expect(shown(combinations(matrix))).toEqual(expected);
  });

  it('is what the documentation says of `include`', () => {
    const matrix = {
      fruit: ['apple', 'pear'],
      animal: ['cat', 'dog'],
      include: [
        { color: 'green' },
        { color: 'pink', animal: 'cat' },
        { fruit: 'apple', shape: 'circle' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    };
    expect(shown(combinations(matrix))).toEqual([
      'fruit=apple animal=cat color=pink shape=circle',
      'fruit=apple animal=dog color=green shape=circle',
      'fruit=pear animal=cat color=pink',
      'fruit=pear animal=dog color=green',
      'fruit=banana',
      'fruit=banana animal=cat',
    ]);
  });

  it('of more than GitHub runs is every value at least once', () => {
    const numbers = Array.from({ length: 300 }, (_, at) => at);
    const all = combinations({ a: numbers, b: numbers.slice(0, 7), c: ['x'] });
    expect([all.isSample, all.all.length]).toEqual([true, 256]);
    expect(shown(all)[8]).toBe('a=8 b=1 c=x');
    const many = Object.fromEntries(numbers.map(it => [`n${it}`, [1, 2]]));
    expect(combinations(many).all.length).toBe(2);
  });

  it('that is no object may be anything', () => {
    expect(shown(combinations(['a']))).toEqual(['…']);
  });
});
