//! How much of what careful reading found in real files is found: `npm run cases -- <folder of cases.jsonl> <folder of the files> [-v] [--write]`.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../src/engine/analyse.ts';
import { HEAD_BYTES } from '../src/engine/select.ts';
import { caseTable, withCaseTable } from './case-table.ts';
import { type CaseResult, compareCase } from './compare-case.ts';
import { type LabelledCase, labelledCases } from './labelled-cases.ts';

const README = join(import.meta.dirname, 'README.md');

const options = process.argv.slice(2);
const isVerbose = options.includes('-v');
const [labels, files, surfaces] = options.filter(it => !it.startsWith('-'));
if (labels === undefined || files === undefined) {
  console.error(
    'npm run cases -- <folder of cases.jsonl> <folder of the files> [surface,…] [-v] [--write]',
  );
  process.exitCode = 2;
} else run(labels, files, surfaces?.split(','));

function run(labelFolder: string, fileFolder: string, wanted: readonly string[] | undefined): void {
  const all = labelledCases(readFileSync(join(labelFolder, 'cases.jsonl'), 'utf8'));
  const cases = wanted ? all.filter(it => wanted.includes(it.surface)) : all;
  const missing = cases.filter(it => !existsSync(pathOf(fileFolder, it)));
  const results = cases
    .filter(it => !missing.includes(it))
    .map(it => resultOf(it, pathOf(fileFolder, it)));
  if (isVerbose) for (const result of results) printDifferences(result);
  for (const { number, file } of missing) console.log(`#${number} ${file}: the file is not there`);
  const table = caseTable(results);
  console.log(`\n${table}`);
  if (options.includes('--write')) {
    writeFileSync(README, withCaseTable(readFileSync(README, 'utf8'), table, missing.length));
  }
}

function pathOf(folder: string, { number, file }: LabelledCase): string {
  return join(folder, String(number), file);
}

/** Each file alone, so that no other one lends it a caller. */
function resultOf(labelled: LabelledCase, file: string): CaseResult {
  const bytes = readFileSync(file);
  const report = analyse({
    version: '0',
    files: [
      {
        kind: 'file',
        path: labelled.path,
        size: () => bytes.length,
        head: () => bytes.subarray(0, HEAD_BYTES),
        read: () => bytes,
      },
    ],
    elapsedMs: () => 0,
  });
  return compareCase(labelled, report);
}

function printDifferences({ labelled, differences }: CaseResult): void {
  if (differences.length === 0) return;
  const { number, surface, source, path } = labelled;
  console.log(`#${number} ${surface} ${source} ${path}`);
  for (const difference of differences) console.log(`  ${difference}`);
}
