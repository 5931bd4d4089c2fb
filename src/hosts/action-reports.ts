//! Everything that a run of the action leaves behind: marks, a summary, files, outputs.

import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { info, summary as jobSummary, setOutput } from '@actions/core';
import type { Format, Report } from '../domain/report.ts';
import { annotations } from '../report/annotations.ts';
import { json } from '../report/json.ts';
import { sarif } from '../report/sarif.ts';
import { summary as summaryFormat } from '../report/summary.ts';
import type { ActionInputs } from './action-inputs.ts';
import { whyNot, writeWhole } from './disk.ts';

const PLAIN = { color: false };

/**
 * Marks are few: those on files that the pull request changes come first. Gives a sentence for each file that cannot be
 * written, which must not hide what the scan found.
 */
export async function deliver(
  report: Report,
  inputs: ActionInputs,
  changed: ReadonlySet<string>,
): Promise<readonly string[]> {
  process.stdout.write(annotations.print(changedFirst(report, changed), PLAIN));
  await writeSummary(report);
  setCounts(report);
  return [
    ...writeReport('sarif-file', inputs.sarifFile, sarif, report, inputs),
    ...writeReport('json-file', inputs.jsonFile, json, report, inputs),
  ];
}

function setCounts({ findings, signIns, summary }: Report): void {
  const { error = 0, warning = 0, notice = 0 } = summary.findings;
  setOutput('findings-count', findings.length);
  setOutput('error-count', error);
  setOutput('warning-count', warning);
  setOutput('notice-count', notice);
  setOutput('sign-ins-count', signIns.length);
}

function changedFirst(report: Report, changed: ReadonlySet<string>): Report {
  const isChanged = report.findings.map(it => changed.has(it.path));
  const first = report.findings.filter((_, index) => isChanged[index]);
  const rest = report.findings.filter((_, index) => !isChanged[index]);
  return { ...report, findings: [...first, ...rest] };
}

async function writeSummary(report: Report): Promise<void> {
  try {
    await jobSummary.addRaw(summaryFormat.print(report, PLAIN)).write();
  } catch {
    info('This runner keeps no summary of a job.');
  }
}

/** Gives why it cannot be written, when it cannot. */
function writeReport(
  name: string,
  path: string | undefined,
  format: Format,
  report: Report,
  inputs: ActionInputs,
): readonly string[] {
  if (path === undefined) return [];
  const file = resolve(inputs.workspace, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, format.print(report, PLAIN));
  } catch (error) {
    return [`\`${name}\` is \`${path}\`, which cannot be written: ${whyNot(error)}`];
  }
  setOutput(name, path);
  return [];
}
