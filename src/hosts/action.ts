//! The GitHub Action: its inputs to a scan, the verdict, and then what it tells whom.

import { performance } from 'node:perf_hooks';
import { setFailed } from '@actions/core';
import { analyse } from '../engine/analyse.ts';
import { type ActionInputs, actionInputs } from './action-inputs.ts';
import { deliver } from './action-reports.ts';
import { changedFiles } from './changed-files.ts';
import { failing } from './fail-on.ts';
import { filesBelow } from './files.ts';
import { readmeOf } from './readmes.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

const { GITHUB_WORKSPACE } = process.env;

try {
  await run(actionInputs(GITHUB_WORKSPACE ?? process.cwd()));
} catch (error) {
  setFailed(error instanceof UsageError ? error.message : mistakeOf(error));
}

/** The verdict stands before anything is told: no reporter can change it, and the line that fails the step comes last. */
async function run(inputs: ActionInputs): Promise<void> {
  const start = performance.now();
  const report = analyse({
    version: VERSION,
    files: filesBelow(inputs.root.folder, inputs.root.within),
    elapsedMs: () => performance.now() - start,
    helpOf: rule => readmeOf('rules', rule),
  });
  const count = failing(report, inputs.failOn);
  await deliver(report, inputs, await changedFiles(inputs.token));
  if (count > 0) setFailed(verdictOf(count, inputs));
}

function verdictOf(count: number, { failOn }: ActionInputs): string {
  const findings = count === 1 ? '1 finding is' : `${count} findings are`;
  return `${findings} at or above \`fail-on: ${failOn}\``;
}

function mistakeOf(error: unknown): string {
  const trace = error instanceof Error ? error.stack : String(error);
  return (
    `This is a mistake of mfa-ready ${VERSION}, not yours. Please report it at ` +
    `https://github.com/mfa-ready/mfa-ready/issues/new with these lines:\n${trace}`
  );
}
