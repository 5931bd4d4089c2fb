//! Parts of a repository, and several: nothing that is there may vanish.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { Report } from '../domain/report.ts';
import { NO_SETTINGS } from '../engine/settings/settings.ts';
import { isNothingRead, scan } from './scan.ts';
import { scanRoots } from './scan-root.ts';

const repository = (folder: string): Readonly<Record<string, string>> => ({
  [`${folder}.git/HEAD`]: '',
  [`${folder}.github/workflows/deploy.yml`]: `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: ./scripts/sign-in.sh
      - run: az group create --name app --location westeurope
`,
  [`${folder}.github/workflows/report.yml`]: `on: push
jobs:
  report:
    runs-on: ubuntu-latest
    steps:
      - run: az login --identity && az group list
`,
  [`${folder}scripts/sign-in.sh`]: 'az login -u me -p "$PASSWORD"\n',
  [`${folder}scripts/broken.sh`]: 'if true; then\n',
  [`${folder}docs/README.md`]: '# Deploying\n',
});

const scanned = (current: string, ...given: readonly string[]): Report =>
  scan({
    roots: scanRoots(current, given).map(it => ({
      ...it,
      settings: NO_SETTINGS,
      scope: 'all' as const,
    })),
    elapsedMs: () => 0,
    hasHelp: false,
    today: '2027-05-31',
  });

const placesOf = (items: readonly { path: string; line: number }[]): readonly string[] =>
  items.map(it => `${it.path}:${it.line}`);

const SIGN_IN = 'scripts/sign-in.sh:1';

describe('a part of a repository', () => {
  it.each([
    { given: ['.github/workflows'] },
    { given: ['.github/workflows/deploy.yml'] },
    { given: ['scripts'] },
    { given: ['scripts/sign-in.sh'] },
    { given: ['.github', 'scripts'] },
  ])('shows, for $given, what a job there does in a script, or a script for a job', ({ given }) => {
    const { findings, signIns } = scanned(temporaryFolder(repository('')), ...given);
    expect(placesOf(findings)).toEqual([SIGN_IN]);
    expect(findings[0]?.severity).toBe('error');
    expect(placesOf(signIns)).toContain(SIGN_IN);
    expect(findings[0]?.fingerprint).toBe(
      scanned(temporaryFolder(repository('')), '.').findings[0]?.fingerprint,
    );
  });

  it('shows nothing of the rest, and counts only what was asked for', () => {
    const report = scanned(temporaryFolder(repository('')), '.github/workflows/report.yml');
    expect(report.findings).toEqual([]);
    expect(report.problems).toEqual([]);
    expect(report.operations.map(it => [it.tool, it.signIn])).toEqual([['az group list', 0]]);
    expect(report.summary).toMatchObject({
      files: 1,
      scanned: 1,
      signIns: { 'managed-identity': 1 },
      findings: { error: 0, warning: 0, notice: 0 },
    });
  });

  it('keeps the sign-in of an operation that it shows', () => {
    const report = scanned(temporaryFolder(repository('')), '.github/workflows/deploy.yml');
    const [operation] = report.operations;
    expect(report.signIns[operation?.signIn ?? -1]?.identity).toBe('user-password');
  });

  it('shows problems of its own', () => {
    const folder = temporaryFolder(repository(''));
    expect(scanned(folder, 'scripts').problems.map(it => it.path)).toEqual(['scripts/broken.sh']);
    expect(scanned(folder, '.github').problems).toEqual([]);
  });

  it('that a walk passes over is read when it is asked for', () => {
    const folder = temporaryFolder({
      ...repository(''),
      'node_modules/left/deploy.sh': 'az login -u me -p "$PASSWORD"\naz group delete -n web\n',
    });
    expect(scanned(folder, '.').summary.files).toBe(5);
    expect(placesOf(scanned(folder, 'node_modules/left').signIns)).toEqual([
      'node_modules/left/deploy.sh:1',
    ]);
  });

  it('tells when nothing of it was read', () => {
    const folder = temporaryFolder(repository(''));
    expect(isNothingRead(scanned(folder, 'docs'))).toBe(true);
    expect(isNothingRead(scanned(folder, 'docs', '.github'))).toBe(false);
    expect(isNothingRead(scanned(folder, 'scripts/broken.sh'))).toBe(false);
  });
});

describe('several repositories', () => {
  const folder = (): string => temporaryFolder({ ...repository('a/'), ...repository('b/') });

  it('are each found as if alone', () => {
    const current = folder();
    const alone = scanned(current, 'b');
    const both = scanned(current, 'a', 'b');
    expect(placesOf(both.findings)).toEqual([`a/${SIGN_IN}`, `b/${SIGN_IN}`]);
    expect(both.findings[1]?.because[0]?.path).toBe('b/.github/workflows/deploy.yml');
    expect(both.findings.map(it => it.fingerprint)).toEqual([
      alone.findings[0]?.fingerprint,
      alone.findings[0]?.fingerprint,
    ]);
    expect(both.summary).toMatchObject({
      files: alone.summary.files * 2,
      scanned: alone.summary.scanned * 2,
      findings: { error: 2, warning: 0, notice: 0 },
    });
    expect(both.sources.get(`b/scripts/sign-in.sh`)?.path).toBe('b/scripts/sign-in.sh');
    expect(both.secrets?.map(it => it.path)).toContain('b/scripts/sign-in.sh');
  });

  it('keep each operation with its own sign-in', () => {
    const { operations, signIns } = scanned(folder(), 'a', 'b');
    const strays = operations.filter(
      it => it.signIn !== null && signIns[it.signIn]?.path.slice(0, 2) !== it.path.slice(0, 2),
    );
    expect(operations).toHaveLength(4);
    expect(strays).toEqual([]);
    expect(operations[2]?.entryPoint).toBe('b/.github/workflows/deploy.yml#deploy');
  });

  it('are found by their parts, from anywhere', () => {
    const current = folder();
    const places = [`a/${SIGN_IN}`, `b/${SIGN_IN}`];
    const parts = scanned(join(current, 'a/docs'), '../.github', '../../b/scripts');
    expect(placesOf(parts.findings)).toEqual(places);
  });
});
