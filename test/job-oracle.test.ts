//! Bash itself runs the steps of generated jobs as GitHub's runner does, and the calls that they make have to be those that were said.

import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Call } from '../src/domain/call.ts';
import { possibleCalls } from '../src/engine/calls.ts';
import { isPossible, patternOf } from './bash-oracle/matching.ts';
import { isInstalled, playground, removePlayground, TOOLS } from './bash-oracle/run-bash.ts';
import type { Workflow } from './job-oracle/plan.ts';
import { filesOf, WORKFLOW_PATH } from './job-oracle/render.ts';
import { callsOfJob } from './job-oracle/runner.ts';
import { workflows } from './job-oracle/workflows.ts';

const { MFA_READY_BASH_RUNS, MFA_READY_BASH_SEED } = process.env;
const RUNS = Number(MFA_READY_BASH_RUNS ?? 40);
const SEED = Number(MFA_READY_BASH_SEED ?? 5_201);
const TIMEOUT_MS = 60_000 + RUNS * 1_000;

const place = isInstalled ? playground() : undefined;

afterAll(() => place && removePlayground(place));

type Argv = readonly string[];

const isOfTool = ([name = '']: Argv): boolean => TOOLS.includes(name);

/** An unknown part is what no argument can be. */
const said = (call: Call): Argv =>
  call.kind === 'command'
    ? call.words.map(({ parts }) => parts.map(it => (it.kind === 'text' ? it.text : '\0')).join(''))
    : [];

const callsSaid = (workflow: Workflow): readonly Call[] =>
  possibleCalls(new Map(Object.entries(filesOf(workflow))), `${WORKFLOW_PATH}#deploy`);

function held(
  workflow: fc.Arbitrary<Workflow>,
  compare: (really: readonly Argv[], calls: readonly Call[]) => void,
): void {
  let seen = 0;
  fc.assert(
    fc.property(workflow, it => {
      const really = place ? callsOfJob(it, place).filter(isOfTool) : [];
      compare(really, callsSaid(it));
      seen += really.length;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  // A generator whose steps call nothing would agree with everything.
  expect(seen).toBeGreaterThan(RUNS);
}

it.skipIf(!place)(
  `says each call of ${RUNS} jobs of which all is known, in order (seed ${SEED})`,
  () =>
    held(workflows('sure'), (really, calls) => {
      expect(calls.map(said).filter(isOfTool)).toEqual(really);
    }),
  TIMEOUT_MS,
);

it.skipIf(!place)(
  `says of every call of ${RUNS} jobs that may go either way that it is possible (seed ${SEED})`,
  () =>
    held(workflows('open'), (really, calls) => {
      const patterns = calls.flatMap(call => patternOf(call) ?? []);
      expect(really.filter(argv => !isPossible(argv, patterns))).toEqual([]);
    }),
  TIMEOUT_MS,
);
