//! Whole little repositories whose answer is known: at every operation the identity that acts has to be the planned one.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseFiles } from './readme/analyse-files.ts';
import { actingIn } from './repositories/expected.ts';
import { plans } from './repositories/plan.ts';
import { rendered } from './repositories/render.ts';

const { MFA_READY_REPOSITORY_RUNS, MFA_READY_REPOSITORY_SEED } = process.env;
const RUNS = Number(MFA_READY_REPOSITORY_RUNS ?? 5_000);
const SEED = Number(MFA_READY_REPOSITORY_SEED ?? 5_201);
const TIMEOUT_MS = 60_000 + RUNS * 50;

it(
  `knows who acts in ${RUNS} repositories (seed ${SEED})`,
  () => {
    let operations = 0;
    fc.assert(
      fc.property(plans, plan => {
        const { files, marks, pipeline } = rendered(plan);
        const report = analyseFiles(files);
        for (const [index, acting] of actingIn(plan).entries()) {
          operations += acting.size;
          for (const [act, mark] of marks) {
            const found = report.operations.filter(
              it =>
                it.entryPoint === `${pipeline}#job${index}` &&
                lineOf(files, it.path, it.line).includes(mark),
            );
            const identities = [...new Set(found.map(it => it.identity))].toSorted();
            expect(identities, mark).toEqual([...(acting.get(act) ?? [])].toSorted());
          }
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(operations).toBeGreaterThan(RUNS);
  },
  TIMEOUT_MS,
);

const lineOf = (files: ReadonlyMap<string, string>, path: string, line: number): string =>
  files.get(path)?.split('\n')[line - 1] ?? '';
