//! Versions of names, held to plain maps that are copied whole.

import { array, assert, constantFrom, nat, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { type Names, newNames } from './names.ts';

/** Enough names for several pages. */
const NAMES = Array.from({ length: 70 }, (_, it) => `name${it}`);

const acts = array(
  record({
    kind: constantFrom('set', 'delete', 'fork'),
    version: nat(),
    name: constantFrom(...NAMES),
    value: nat(3),
  }),
  { maxLength: 120 },
);

interface Pair {
  readonly names: Names<number>;
  readonly plain: Map<string, number>;
}

const same = ({ names, plain }: Pair): boolean =>
  NAMES.every(it => names.get(it) === plain.get(it) && names.has(it) === plain.has(it));

it('holds in each version what was set there, and what was set before it began', () => {
  assert(
    property(acts, all => {
      const pairs: Pair[] = [{ names: newNames(), plain: new Map() }];
      for (const { kind, version, name, value } of all) {
        const pair = pairs[version % pairs.length];
        if (!pair) continue;
        if (kind === 'fork') pairs.push({ names: pair.names.fork(), plain: new Map(pair.plain) });
        else if (kind === 'delete') {
          pair.names.delete(name);
          pair.plain.delete(name);
        } else {
          pair.names.set(name, value);
          pair.plain.set(name, value);
        }
      }
      expect(pairs.every(same)).toBe(true);
      const [first, last] = [pairs[0], pairs.at(-1)];
      if (!first || !last) return;
      const differing = NAMES.filter(it => first.plain.get(it) !== last.plain.get(it));
      expect(new Set(last.names.differingFrom(first.names))).toEqual(new Set(differing));
      expect(new Set(last.names.keys())).toEqual(new Set(last.plain.keys()));
    }),
  );
});

it('tells what differs between names that have nothing in common', () => {
  const [one, other] = [newNames<number>(), newNames<number>()];
  one.set('a', 1);
  one.set('b', 2);
  other.set('b', 2);
  other.set('c', 3);
  expect(one.differingFrom(other)).toEqual(['a', 'c']);
});
