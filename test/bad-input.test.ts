//! Whatever a text holds, it is read to its end, without an exception, and every place lies in it.
//! All surfaces and languages of the registry, with the examples of all READMEs spoilt in many ways.
//! `MFA_READY_BAD_INPUT_RUNS=2000` spoils that many of each, from a new seed each time; `MFA_READY_BAD_INPUT_SEED` says which.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, surfaces } from '../src/engine/registry.gen.ts';
import { corpusOf, surfaceOf } from './bad-input/corpus.ts';
import { randomOf } from './bad-input/random.ts';
import { LONG_LINES, NESTS } from './bad-input/shapes.ts';
import { spoilt } from './bad-input/spoil.ts';
import { extractionFaults, programFaults, readWatched } from './bad-input/watch.ts';
import { analyseFiles } from './readme/analyse-files.ts';
import { differencesOf } from './readme/compare.ts';
import { examplesOf } from './readme/examples.ts';

const { MFA_READY_BAD_INPUT_RUNS: runsGiven, MFA_READY_BAD_INPUT_SEED: seedGiven } = process.env;

const isLong = runsGiven !== undefined;
const RUNS = Number(runsGiven ?? 20);
const SEED = Number(seedGiven ?? (isLong ? Date.now() % 1_000_000 : 1));
if (isLong) console.log(`MFA_READY_BAD_INPUT_RUNS=${RUNS} MFA_READY_BAD_INPUT_SEED=${SEED}`);

/** Nobody waits for these; a hang is one all the same. */
const TIMEOUT_MS = isLong ? 3_600_000 : 60_000;

const corpus = corpusOf();
const everyText = [...corpus.bySurface.values()]
  .flat()
  .map(({ files, path }) => files.get(path) ?? '');

/** The sentence is for whoever has to find it again. */
const told = (faults: readonly string[], text: string): readonly string[] =>
  faults.map(it => `${it}\nin ${JSON.stringify(text)}`);

/** Some of a list, others for each `index`, so that all of them have their turn in a short run. */
const turn = <T>(items: readonly T[], index: number, count: number): readonly T[] =>
  isLong ? items : items.filter((_, at) => (at + items.length - index) % items.length < count);

/** A short run goes as deep as a person might, a long one as a machine might. */
const DEPTH = isLong ? 10_000 : 1_000;
const LENGTHS = isLong ? [200_000, 1_000_000] : [20_000];

const nested = ({ open, close }: (typeof NESTS)[number], isClosed: boolean): string =>
  `${open.repeat(DEPTH)}a${isClosed ? close.repeat(DEPTH) : ''}`;

describe.each(surfaces.map((surface, index) => ({ ...surface, surface, index })))(
  'surface $id',
  ({ id, surface, index }) => {
    const samples = corpus.bySurface.get(id) ?? [];

    it('has examples', () => {
      expect(samples).not.toEqual([]);
    });

    it('reads what is spoilt', { timeout: TIMEOUT_MS }, () => {
      const random = randomOf(SEED * 1_000 + index);
      for (let run = 0; run < RUNS; run += 1) {
        const { files, path } = random.of(samples) ?? { files: new Map(), path: '' };
        const isForeign = random.below(12) === 0;
        const whole = isForeign ? random.of(everyText) : files.get(path);
        const text = spoilt(whole ?? '', random);
        const spoiltFiles = new Map(files).set(path, text);
        const { report, faults } = readWatched(spoiltFiles);
        // Who is asked for its text has to read any text.
        expect(told([...faults, ...extractionFaults(surface, path, text)], text)).toEqual([]);
        if (run % 4 === 0) expect(readWatched(spoiltFiles).report).toEqual(report);
      }
    });

    it('reads what is nested deep, and long lines', { timeout: TIMEOUT_MS }, () => {
      const { files, path } = samples[index % samples.length] ?? { files: new Map(), path: '' };
      const text: string = files.get(path) ?? '';
      const gaps = [...text.matchAll(/(?<=\s)(?=\S)/g)].map(it => it.index);
      const inserted = [
        ...turn(NESTS, index, 2).flatMap(it => [nested(it, true), nested(it, false)]),
        ...turn(LONG_LINES, index, 1).map(it => it.repeat(Math.max(...LENGTHS) / it.length)),
      ];
      for (const [number, part] of inserted.entries()) {
        for (const at of turn([0, text.length, ...gaps], index + number, 1)) {
          const longer = `${text.slice(0, at)}${part} ${text.slice(at)}`;
          const { faults } = readWatched(new Map(files).set(path, longer));
          expect(told(faults, `${longer.slice(0, at)}«${part.slice(0, 20)}…»`)).toEqual([]);
        }
      }
    });
  },
);

describe.each(languages.map((language, index) => ({ id: language.id, language, index })))(
  'language $id',
  ({ id, language, index }) => {
    const samples = corpus.byLanguage.get(id) ?? [];

    it('has examples', () => {
      expect(samples).not.toEqual([]);
    });

    it('reads what is spoilt', { timeout: TIMEOUT_MS }, () => {
      const random = randomOf(SEED * 1_000 + 500 + index);
      for (let run = 0; run < RUNS * 4; run += 1) {
        const isForeign = random.below(6) === 0;
        const text = spoilt(random.of(isForeign ? everyText : samples) ?? '', random);
        expect(told(programFaults(language, text), text)).toEqual([]);
      }
    });

    it('reads what is nested deep, and long lines', { timeout: TIMEOUT_MS }, () => {
      const beginnings = ['', 'x = ', 'az login ', `${samples[0] ?? ''}\n`];
      for (const beginning of turn(beginnings, index, 1)) {
        for (const nest of NESTS) {
          for (const isClosed of [true, false]) {
            const text = `${beginning}${nested(nest, isClosed)}\n`;
            expect(told(programFaults(language, text), text.slice(0, 40))).toEqual([]);
          }
        }
      }
      for (const piece of LONG_LINES) {
        for (const length of LENGTHS) {
          const text = piece.repeat(length / piece.length);
          expect(told(programFaults(language, text), piece)).toEqual([]);
        }
      }
    });
  },
);

const CIRCLE_MS_MAX = 1_000;

/** A function or program that calls itself under a condition, and what nothing here follows. */
const MAY_END = [
  'A service that extends itself',
  'A Jenkinsfile that loads itself, with methods that call themselves',
  'A machine whose first start starts itself',
  'A program of Pulumi that starts Pulumi',
  "An action of GitHub's first workflows that needs itself",
  'A variable that is given to itself',
];

describe('circles', () => {
  const circles = examplesOf(
    readFileSync(join(import.meta.dirname, 'bad-input/circles.md'), 'utf8'),
  );

  it.each(circles.map(circle => ({ name: circle.heading, circle })))('$name', ({ circle }) => {
    const { faults, report } = readWatched(circle.files);
    expect(faults).toEqual([]);
    // That something runs itself may be said in more places than one.
    const differences = differencesOf(circle, report);
    expect(differences.filter(it => !/:\d+ problem: expected none/.test(it))).toEqual([]);
  });

  it('end at once', () => {
    const slow = circles.filter(({ files }) => {
      const start = performance.now();
      analyseFiles(files);
      return performance.now() - start > CIRCLE_MS_MAX;
    });
    expect(slow.map(it => it.heading)).toEqual([]);
  });

  it('end in a problem, unless they may well end', () => {
    const silent = circles.filter(it => !it.expectations.some(({ kind }) => kind === 'problem'));
    expect(silent.map(it => it.heading).sort()).toEqual([...MAY_END].sort());
  });

  it('are there for every surface', () => {
    const shown = new Set(
      circles.flatMap(({ files }) => [...files].map(([path, text]) => surfaceOf(path, text))),
    );
    expect(surfaces.map(it => it.id).filter(it => !shown.has(it))).toEqual([]);
  });
});
