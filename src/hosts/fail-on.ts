//! Which findings make a run fail.

import type { Severity } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';
import { didYouMean } from '../engine/nearest.ts';
import { oneOf, UsageError } from './usage-error.ts';

export type FailOn = Severity | 'never';

const LEVELS: readonly FailOn[] = ['error', 'warning', 'notice', 'never'];

/** `option` is what the person wrote it as, for the sentence of a mistake. */
export function failOnOf(option: string, given: string): FailOn {
  const level = LEVELS.find(it => it === given);
  if (level) return level;
  const hint = didYouMean(given, LEVELS);
  throw new UsageError(`\`${option}\` is \`${given}\`; it can be ${oneOf(LEVELS)}${hint}`);
}

/** How many findings are at this level or a worse one. */
export const failing = (report: Report, failOn: FailOn): number =>
  report.findings.filter(
    it => failOn !== 'never' && LEVELS.indexOf(it.severity) <= LEVELS.indexOf(failOn),
  ).length;
