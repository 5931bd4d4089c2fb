//! Command lines of `az login` as people and generators write them, right and wrong.

import fc from 'fast-check';

const VALUES = [
  'x',
  'deploy@contoso.com',
  '11111111-2222-3333-4444-555555555555',
  'http://deployer',
  '',
  ' ',
  '-',
  '-1',
  '-.5',
  '-1x',
  '-a b',
  '-zq',
  '--no such',
  'a=b',
  '=x',
  '@no-such-file',
  'päss',
  '--username',
];

/** Long spelling, short one. */
const VALUED: readonly (readonly [string, string])[] = [
  ['--username', '-u'],
  ['--username', '-u'],
  ['--password', '-p'],
  ['--password', '-p'],
  ['--tenant', '-t'],
  ['--federated-token', ''],
  ['--scope', ''],
];

const SWITCHES = [
  '--service-principal',
  '--service-principal',
  '--identity',
  '--use-device-code',
  '--allow-no-subscriptions',
  '--use-cert-sn-issuer',
  '--only-show-errors',
];

const ODD: readonly (readonly string[])[] = [
  ['-i'],
  ['-ii'],
  ['-iu', 'x'],
  ['-iux'],
  ['-iu=x'],
  ['-i=u'],
  ['-i='],
  ['-iq'],
  ['-h'],
  ['--help'],
  ['extra'],
  [''],
  ['-'],
  ['--'],
  ['-5'],
  ['--bogus'],
  ['--bogus=1'],
  ['-z'],
  ['--cmd'],
  ['--=x'],
  ['--subscription', 'x'],
  ['-s', 'x'],
  ['--scope', 'a', 'b'],
  ['-o', 'none'],
  ['-otsv'],
  ['--output=JSON'],
  ['--out', 'bogus'],
  ['--query', 'id'],
  ['-service-principal'],
  ['--username'],
  ['-p'],
  ['--us', 'x'],
  ['--p=--tenant'],
];

const value = fc.constantFrom('x', 'y', ...VALUES);

/** The whole flag, or a beginning of it that may be ambiguous. */
const spelling = (long: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(long) },
    {
      weight: 2,
      arbitrary: fc.integer({ min: 3, max: long.length }).map(end => long.slice(0, end)),
    },
  );

const valued: fc.Arbitrary<readonly string[]> = fc
  .constantFrom(...VALUED)
  .chain(([long, short]) => {
    const withLong = fc.tuple(spelling(long), value);
    const withShort = fc.tuple(fc.constant(short === '' ? long : short), value);
    return fc.oneof(
      { weight: 4, arbitrary: fc.oneof(withLong, withShort).map(([flag, it]) => [flag, it]) },
      { weight: 2, arbitrary: withLong.map(([flag, it]) => [`${flag}=${it}`]) },
      { weight: 1, arbitrary: withShort.map(([flag, it]) => [`${flag}=${it}`]) },
      {
        weight: 1,
        arbitrary: withShort.map(([flag, it]) => (short === '' ? [flag] : [`${flag}${it}`])),
      },
    );
  });

const toggle: fc.Arbitrary<readonly string[]> = fc
  .constantFrom(...SWITCHES)
  .chain(long =>
    fc.oneof(
      { weight: 9, arbitrary: spelling(long).map(flag => [flag]) },
      { weight: 1, arbitrary: fc.constant([`${long}=true`]) },
    ),
  );

const fragment = fc.oneof(
  { weight: 6, arbitrary: valued },
  { weight: 4, arbitrary: toggle },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);

const anything = fc.array(fragment, { maxLength: 6 }).map(parts => parts.flat());

/** What people mean to write, in any order and spelling: the long random lines are nearly all refused. */
const meant = fc
  .tuple(
    fc.constantFrom<readonly string[]>(
      [],
      ['U', 'P'],
      ['U', 'P', 'T'],
      ['S', 'U', 'P', 'T'],
      ['S', 'U', 'F', 'T'],
      ['S', 'U', 'P', 'F'],
      ['I'],
      ['I', 'U'],
      ['D'],
      ['D', 'T'],
      ['T'],
      ['F'],
      ['U', 'F'],
    ),
    fc.array(fc.constantFrom('N', 'O', 'U', 'S', 'I', 'D'), { maxLength: 1 }),
    fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
    fc.infiniteStream(fc.nat()),
  )
  .map(([shape, more, styles, order]) =>
    [...shape, ...more]
      .map(letter => ({ letter, rank: next(order) }))
      .sort((a, b) => a.rank - b.rank)
      .flatMap(({ letter }) => written(letter, next(styles))),
  );

const next = (stream: Iterator<number>): number => {
  const { value: it, done } = stream.next();
  return done ? 0 : it;
};

const WRITTEN: Readonly<Record<string, readonly (readonly string[])[]>> = {
  U: [['-u', 'x'], ['--username', 'x'], ['--user', 'x'], ['--username=x'], ['-ux'], ['-u=x']],
  P: [['-p', 'y'], ['--password', 'y'], ['--pass', 'y'], ['--password=y'], ['-py'], ['-p=-y']],
  T: [['-t', 'z'], ['--tenant', 'z'], ['--t', 'z'], ['--tenant=z'], ['-tz'], ['-t=z']],
  F: [['--federated-token', 'f'], ['--federated-token=f'], ['--f', 'f'], ['--fed=f']],
  S: [['--service-principal'], ['--service-p'], ['--se'], ['--service']],
  I: [['--identity'], ['-i'], ['--id'], ['--i']],
  D: [['--use-device-code'], ['--use-d'], ['--use-device']],
  N: [['--allow-no-subscriptions'], ['--a'], ['--allow']],
  O: [['-o', 'none'], ['--only-show-errors'], ['--scope', 'a', 'b'], ['--query', 'id']],
};

function written(letter: string, style: number): readonly string[] {
  const ways = WRITTEN[letter] ?? [];
  return ways[style % Math.max(ways.length, 1)] ?? [];
}

/** The Azure CLI loads every one of its modules for these, so there are few. */
const SLOW: readonly (readonly string[])[] = [
  ['az', 'Login', '--identity'],
  ['az', 'LOGIN', '-u', 'x', '-p', 'y'],
  ['az', '--only-show-errors', 'login', '--identity'],
  ['az', '-o', 'json', 'login'],
  ['az', '--output=json', 'login', '-u', 'x', '-p', 'y'],
];

const line = fc.oneof(anything, meant).map(words => ['az', 'login', ...words]);

/** The same ones for the same seed, without doubles. */
export function vectors(seed: number, count: number): readonly (readonly string[])[] {
  const all = new Map(SLOW.map(it => [JSON.stringify(it), it]));
  for (let round = 0; all.size < count; round += 1) {
    for (const it of fc.sample(line, { seed: seed + round, numRuns: count })) {
      if (all.size < count) all.set(JSON.stringify(it), it);
    }
  }
  return [...all.values()];
}
