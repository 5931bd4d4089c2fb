//! The GitHub Action: its inputs to a scan, the verdict, and then what it tells whom.

import { performance } from 'node:perf_hooks';
import { error, setFailed, warning } from '@actions/core';
import { type ActionInputs, actionInputs } from './action-inputs.ts';
import { deliver } from './action-reports.ts';
import { changedFiles } from './changed-files.ts';
import { type FailOn, failing } from './fail-on.ts';
import { githubEvent } from './github/event.ts';
import { isNothingRead, NOTHING_READ, scan } from './scan.ts';
import { today } from './today.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

const { GITHUB_WORKSPACE } = process.env;

try {
  const event = githubEvent(process.env);
  await run(actionInputs(GITHUB_WORKSPACE ?? process.cwd(), event));
} catch (mistake) {
  setFailed(mistake instanceof UsageError ? mistake.message : mistakeOf(mistake));
}

/** The verdict stands before anything is told: no reporter can change it, and the line that fails the step comes last. */
async function run(inputs: ActionInputs): Promise<void> {
  const start = performance.now();
  const { roots, failOn } = inputs.plan;
  const report = scan({
    roots,
    elapsedMs: () => performance.now() - start,
    hasHelp: true,
    today: today(),
  });
  const count = failing(report, failOn);
  if (isNothingRead(report)) warning(NOTHING_READ);
  const refusals = await deliver(report, inputs, await changedFiles(inputs.token));
  const failures = [...refusals, ...(count > 0 ? [verdictOf(count, failOn)] : [])];
  for (const refusal of failures.slice(0, -1)) error(refusal);
  const last = failures.at(-1);
  if (last !== undefined) setFailed(last);
}

function verdictOf(count: number, failOn: FailOn): string {
  const findings = count === 1 ? '1 finding is' : `${count} findings are`;
  return `${findings} at or above \`fail-on: ${failOn}\``;
}

function mistakeOf(mistake: unknown): string {
  const trace = mistake instanceof Error ? mistake.stack : String(mistake);
  return (
    `This is a mistake of mfa-ready ${VERSION}, not yours. Please report it at ` +
    `https://github.com/mfa-ready/mfa-ready/issues/new with these lines:\n${trace}`
  );
}
