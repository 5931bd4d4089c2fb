//! Bash itself runs generated scripts, and every call it makes has to be one that was said to be possible.

import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { possibleCalls } from '../src/engine/calls.ts';
import { isPossible, patternOf } from './bash-oracle/matching.ts';
import {
  callsOf,
  isInstalled,
  playground,
  removePlayground,
  TOOLS,
} from './bash-oracle/run-bash.ts';
import { samples } from './bash-oracle/scripts.ts';

const { MFA_READY_BASH_RUNS, MFA_READY_BASH_SEED } = process.env;
const RUNS = Number(MFA_READY_BASH_RUNS ?? 80);
const SEED = Number(MFA_READY_BASH_SEED ?? 5_201);
const TIMEOUT_MS = 60_000 + RUNS * 500;

const place = isInstalled ? playground() : undefined;

afterAll(() => place && removePlayground(place));

it.skipIf(!place)(
  `says of every call of ${RUNS} scripts that it is possible (seed ${SEED})`,
  () => {
    let seen = 0;
    fc.assert(
      fc.property(samples, sample => {
        const really = place ? callsOf(sample, place) : [];
        const possible = possibleCalls(new Map(Object.entries(sample.files)), 'deploy.sh');
        const patterns = possible.flatMap(call => patternOf(call) ?? []);
        const missed = really.filter(
          argv => TOOLS.includes(argv[0] ?? '') && !isPossible(argv, patterns),
        );
        seen += really.length;
        expect(missed).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    // A generator whose scripts stop before they call anything would agree with everything.
    expect(seen).toBeGreaterThan(RUNS * 3);
  },
  TIMEOUT_MS,
);
