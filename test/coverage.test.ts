//! The table of ways to sign in and kinds of files in the project's README is what the examples show. `UPDATE=1` writes it anew.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withCoverage } from './readme/coverage.ts';
import { examplesOf } from './readme/examples.ts';

const root = join(import.meta.dirname, '..');

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const examples = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('README.md'))
  .sort()
  .flatMap(path => examplesOf(read(`src/${path}`)));

it('README.md says where each way to sign in is shown', () => {
  const readme = read('README.md');
  const written = withCoverage(readme, examples);
  if (process.env['UPDATE'] === '1') writeFileSync(join(root, 'README.md'), written);
  else expect(readme, '`npm run update` writes it anew').toBe(written);
});

it('writes one row for each way, between its markers', () => {
  const files = new Map([['deploy.sh', 'az login --identity\n']]);
  const example = { heading: '', line: 1, files, expectations: [], explanations: [] };
  const written = withCoverage('a\n<!-- coverage -->\nold\n<!-- /coverage -->\nb\n', [example]);
  expect(written).toMatch(/^a\n<!-- coverage -->\n\n\| a way to sign in \|/);
  expect(written).toContain('| [`az login`](src/sign-ins/az-login/README.md) | shell script |\n');
  expect(written).toContain('| [`azd auth login`](src/sign-ins/azd-auth-login/README.md) |  |\n');
  expect(written).toMatch(/\n\n<!-- \/coverage -->\nb\n$/);
  expect(withCoverage('no place', [example])).toBe('no place');
});
