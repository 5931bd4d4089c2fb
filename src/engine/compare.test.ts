//! What a change brings: findings that the base has not, and those that it made worse.

import { expect, test } from 'vitest';
import type { ReportedFinding } from '../domain/report.ts';
import { analyse } from './analyse.ts';
import { againstBase } from './compare.ts';
import { textFile } from './input.ts';

type Files = Readonly<Record<string, string>>;

const scan = (files: Files) =>
  analyse({
    version: '1.0.0',
    files: Object.entries(files).map(([path, text]) => textFile(path, text)),
    elapsedMs: () => 0,
  });

const placeOf = ({ path, line }: ReportedFinding): string => `${path}:${line}`;

/** Where the new findings stand. */
const newIn = (before: Files, now: Files, renames: Readonly<Record<string, string>> = {}) =>
  againstBase(scan(now), scan(before), new Map(Object.entries(renames))).findings.map(placeOf);

const workflow = (...commands: readonly string[]): string =>
  `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${commands
    .map(it => `      - run: ${it}\n`)
    .join('')}`;

const LOGIN = 'az login -u ann@contoso.com -p "$PASSWORD"';
const CREATE = 'az group create -n web -l westeurope';
const DEPLOY = '.github/workflows/deploy.yml';

test('What the base has is no news', () => {
  const files = { [DEPLOY]: workflow(LOGIN, CREATE) };
  expect(newIn(files, files)).toEqual([]);
});

test('A sign-in that is added is new, and only that', () => {
  const added = { 'release.sh': `${LOGIN}\n${CREATE}\n` };
  const before = { [DEPLOY]: workflow(LOGIN, CREATE) };
  expect(newIn(before, { ...before, ...added })).toEqual(['release.sh:1']);
});

test('Lines that moved, and code that moved within its file, are not new', () => {
  const before = { [DEPLOY]: workflow(LOGIN, CREATE) };
  expect(newIn(before, { [DEPLOY]: `# why\n${workflow('echo hi', LOGIN, CREATE)}` })).toEqual([]);
});

test('Code that moved into a script of the same job is not new', () => {
  const before = { [DEPLOY]: workflow(LOGIN, CREATE) };
  const now = { [DEPLOY]: workflow('./deploy.sh'), 'deploy.sh': `${LOGIN}\n${CREATE}\n` };
  expect(newIn(before, now)).toEqual([]);
});

test('A renamed workflow is not new', () => {
  const text = workflow(LOGIN, CREATE);
  const renames = { [DEPLOY]: '.github/workflows/release.yml' };
  expect(newIn({ [DEPLOY]: text }, { '.github/workflows/release.yml': text }, renames)).toEqual([]);
});

test('A renamed script that nothing calls is not new', () => {
  const text = `${LOGIN}\n${CREATE}\n`;
  expect(newIn({ 'a.sh': text }, { 'b.sh': text }, { 'a.sh': 'b.sh' })).toEqual([]);
});

test('A script that a pipeline begins to run is new, though its file did not change', () => {
  const script = { 'deploy.sh': `${LOGIN}\n${CREATE}\n` };
  const now = { ...script, [DEPLOY]: workflow('./deploy.sh') };
  expect(newIn(script, now)).toEqual(['deploy.sh:1']);
});

test('A script that one more pipeline runs is new', () => {
  const before = { 'deploy.sh': `${LOGIN}\n${CREATE}\n`, [DEPLOY]: workflow('./deploy.sh') };
  const now = { ...before, '.github/workflows/nightly.yml': workflow('./deploy.sh') };
  expect(newIn(before, now)).toEqual(['deploy.sh:1']);
});

test('The second of two equal sign-ins is new', () => {
  const before = { [DEPLOY]: workflow(LOGIN, CREATE) };
  expect(newIn(before, { [DEPLOY]: workflow(LOGIN, CREATE, LOGIN, CREATE) })).toHaveLength(1);
});

test('What is not new is told as unchanged', () => {
  const files = { [DEPLOY]: workflow(LOGIN, CREATE) };
  const { dismissed, summary } = againstBase(scan(files), scan(files));
  expect(dismissed.map(it => [placeOf(it), it.dismissal])).toEqual([
    [`${DEPLOY}:6`, { kind: 'unchanged' }],
  ]);
  expect(summary.findings).toEqual({ error: 0, warning: 0, notice: 0 });
});
