//! `npm run update`: writes anew every generated file, and what tests write: reports in READMEs, lists of units, the table of what is shown where, fixtures.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armCatalogue } from './arm-catalogue.ts';
import { registries } from './registry.ts';

const WRITING_TESTS = ['test/readme.test.ts', 'test/coverage.test.ts', 'test/fixtures.test.ts'];

const root = join(import.meta.dirname, '../..');
const generated = [...registries(root), armCatalogue()];
for (const { path, text } of generated) writeFileSync(join(root, path), text);

const problems = generated.flatMap(it => it.problems);
for (const problem of problems) console.error(problem);

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--testTimeout', '60000', ...WRITING_TESTS],
  {
    cwd: root,
    env: { ...process.env, UPDATE: '1' },
    stdio: 'inherit',
  },
);
process.exitCode = problems.length === 0 && status === 0 ? 0 : 1;
