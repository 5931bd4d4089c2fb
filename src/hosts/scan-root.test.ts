//! Given paths to the roots of a scan.

import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type ScanRoot, scanRoots, workspaceRoots } from './scan-root.ts';

const PLAIN = { 'infra/main.tf': '', 'infra/net/main.tf': '', 'scripts/deploy.sh': '' };
const REPOSITORY = { ...PLAIN, '.git/HEAD': '', '.github/workflows/deploy.yml': '' };
const WORKFLOW = '.github/workflows/deploy.yml';

/** `folder < within` of each, or `folder < within > prefix`, folders relative to `current`. */
const shown = (current: string, roots: readonly ScanRoot[]): readonly string[] =>
  roots.map(({ folder, within, prefix }) => {
    const place = folder === current ? '.' : folder.slice(current.length + 1);
    return `${place} < ${within.join(' ')}${prefix === '' ? '' : ` > ${prefix}`}`;
  });

test.each([
  { given: ['.'], roots: ['. < .'] },
  { given: ['infra'], roots: ['infra < .'] },
  { given: ['infra/'], roots: ['infra < .'] },
  { given: ['infra/main.tf'], roots: ['. < infra/main.tf'] },
  { given: ['infra/net', 'infra', 'infra'], roots: ['infra < .'] },
  { given: ['infra', '.'], roots: ['. < .'] },
  { given: ['infra', 'scripts'], roots: ['infra < . > infra/', 'scripts < . > scripts/'] },
  { given: ['infra/main.tf', 'scripts'], roots: ['. < infra/main.tf scripts'] },
])('Outside a repository, $given is $roots', ({ given, roots }) => {
  const current = temporaryFolder(PLAIN);
  expect(shown(current, scanRoots(current, given))).toEqual(roots);
});

test.each([
  { given: ['.github/workflows'], roots: ['. < .github/workflows'] },
  { given: ['.github'], roots: ['. < .github'] },
  { given: [WORKFLOW], roots: [`. < ${WORKFLOW}`] },
  { given: ['.github', 'scripts'], roots: ['. < .github scripts'] },
])('What holds a `.github` is the root of $given, without git too', ({ given, roots }) => {
  const current = temporaryFolder({ ...PLAIN, [WORKFLOW]: '' });
  expect(shown(current, scanRoots(current, given))).toEqual(roots);
});

test.each([
  { given: ['infra'], roots: ['. < infra'] },
  { given: ['infra/net', '.github'], roots: ['. < .github infra/net'] },
  { given: ['scripts/deploy.sh'], roots: ['. < scripts/deploy.sh'] },
])('Inside a repository, $given is read from its root', ({ given, roots }) => {
  const current = temporaryFolder(REPOSITORY);
  expect(shown(current, scanRoots(current, given))).toEqual(roots);
});

test('The current folder may stand inside the repository', () => {
  const root = temporaryFolder(REPOSITORY);
  expect(scanRoots(join(root, 'infra'), ['.'])).toEqual([
    { folder: root, within: ['infra'], prefix: '' },
  ]);
});

test('A repository inside another, and what looks like one, is read by itself', () => {
  const current = temporaryFolder({
    ...REPOSITORY,
    'fixtures/a/.github/workflows/deploy.yml': '',
    'vendor/b/.git': 'gitdir: elsewhere',
    'vendor/b/deploy.sh': '',
  });
  const rootsOf = (path: string): readonly string[] => shown(current, scanRoots(current, [path]));
  expect(rootsOf('fixtures/a')).toEqual(['fixtures/a < .']);
  expect(rootsOf('fixtures/a/.github')).toEqual(['fixtures/a < .github']);
  expect(rootsOf('vendor/b/deploy.sh')).toEqual(['vendor/b < deploy.sh']);
});

test('A home folder under git is not read for a folder in it', () => {
  const home = temporaryFolder(REPOSITORY);
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  try {
    expect(shown(home, scanRoots(home, ['infra']))).toEqual(['infra < .']);
    expect(shown(home, scanRoots(home, ['.']))).toEqual(['. < .']);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('Several repositories are several roots, told apart by the folders they stand in', () => {
  const folder = temporaryFolder({
    'a/.git/HEAD': '',
    'a/x.tf': '',
    'b/.git/HEAD': '',
    'c/x.tf': '',
  });
  const roots = ['a < x.tf > a/', 'b < . > b/'];
  expect(shown(folder, scanRoots(folder, ['a/x.tf', 'b']))).toEqual(roots);
  expect(shown(folder, scanRoots(join(folder, 'c'), ['../b', '../a/x.tf']))).toEqual(roots);
  expect(shown(folder, scanRoots(join(folder, 'a'), ['.', '../b']))).toEqual([
    'a < . > a/',
    'b < . > b/',
  ]);
});

test.each([
  { given: ['infra'], roots: ['. < infra'] },
  { given: ['infra', '.github'], roots: ['. < .github infra'] },
  { given: ['app'], roots: ['app < .'] },
  { given: ['app/deploy'], roots: ['app < deploy'] },
  { given: ['app', 'infra'], roots: ['. < infra', 'app < . > app/'] },
  { given: ['fixtures/a'], roots: ['fixtures/a < . > fixtures/a/'] },
  { given: ['app/fixtures/a'], roots: ['app/fixtures/a < . > fixtures/a/'] },
])('In a workspace, with or without git, $given is $roots', ({ given, roots }) => {
  const files = {
    'app/.git/HEAD': '',
    'app/deploy/main.tf': '',
    'app/fixtures/a/.github/x': '',
    'fixtures/a/.github/x': '',
  };
  for (const all of [
    { ...PLAIN, ...files, [WORKFLOW]: '' },
    { ...REPOSITORY, ...files },
  ]) {
    const workspace = temporaryFolder(all);
    expect(shown(workspace, workspaceRoots(workspace, given))).toEqual(roots);
  }
});

test('A workspace reads nothing outside it, though a repository is around it', () => {
  const outer = temporaryFolder(REPOSITORY);
  const workspace = join(outer, 'infra');
  expect(workspaceRoots(workspace, ['net'])).toEqual([
    { folder: workspace, within: ['net'], prefix: '' },
  ]);
  expect(() => workspaceRoots(workspace, ['.', '..'])).toThrow(/^`..` stands outside/);
});

test.each([
  {
    given: ['infra/mian.tf'],
    sentence: /no file or folder `infra\/mian.tf`; did you mean `infra\/main.tf`\?$/,
  },
  { given: ['elsewhere/main.tf'], sentence: /no file or folder `elsewhere\/main.tf`$/ },
])('$given is a mistake', ({ given, sentence }) => {
  const current = temporaryFolder(PLAIN);
  expect(() => scanRoots(current, given)).toThrow(sentence);
});
