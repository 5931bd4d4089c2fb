//! Settings and known findings on the command line.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { runCommand } from './command.ts';

const DEPLOY = {
  '.github/workflows/deploy.yml': `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: az login --username deploy@contoso.com --password "$PASSWORD"
      - run: az group create --name app --location westeurope
`,
};

function run(folder: string, ...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = runCommand(['scan', ...args], {
    currentFolder: folder,
    environment: {},
    stdout: { write: text => (out += text) },
    stderr: { write: text => (err += text) },
    now: () => 0,
    today: () => '2027-05-31',
  });
  return { code, out, err };
}

test.each(['mfa-ready.yml', '.github/mfa-ready.yaml'])('%s is found by itself', path => {
  const settings = 'rules:\n  user-password-sign-in: notice\n';
  const { code, out } = run(temporaryFolder({ ...DEPLOY, [path]: settings }));
  expect(out).toContain('notice:');
  expect(code).toBe(0);
});

test('`--config` names another, and is read from where one stands', () => {
  const folder = temporaryFolder({
    ...DEPLOY,
    'other/a.yml': 'fail-on: never\n',
    'mfa-ready.yml': '',
  });
  expect(run(folder).code).toBe(1);
  expect(run(folder, '--config', 'other/a.yml').code).toBe(0);
  expect(run(folder, '--config', 'other/a.yml', '--fail-on', 'error').code).toBe(1);
});

test('Mistakes in the settings are told with their lines, and nothing is scanned', () => {
  const settings = 'fail-om: never\nignore: 3\n';
  const { code, out, err } = run(temporaryFolder({ ...DEPLOY, 'mfa-ready.yml': settings }));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(
    'mfa-ready: mfa-ready.yml:1: there is no `fail-om`; did you mean `fail-on`?\n' +
      'mfa-ready.yml:2: `ignore` is `3`; it must be a list\n',
  );
});

test('Known findings do not count; what is new does', () => {
  const folder = temporaryFolder({ ...DEPLOY, 'mfa-ready.yml': 'baseline: known.json\n' });
  expect(run(folder).err).toContain('`known.json` cannot be read: it does not exist');
  const { code, out } = run(folder, '--update-baseline');
  expect({ code, out }).toEqual({ code: 0, out: 'known.json: 1 finding is known\n' });
  expect(run(folder).out).toContain('; 0 findings, 1 more known;');
  expect(run(folder).code).toBe(0);
  const twice = readFileSync(join(folder, 'known.json'), 'utf8');
  expect(run(folder, '--update-baseline').code).toBe(0);
  expect(readFileSync(join(folder, 'known.json'), 'utf8')).toBe(twice);
});

test('What the list has and nobody finds is told, and fails nothing', () => {
  const folder = temporaryFolder(DEPLOY);
  run(folder, '--baseline', 'known.json', '--update-baseline');
  const list = readFileSync(join(folder, 'known.json'), 'utf8');
  const clean = temporaryFolder({ 'a.sh': 'az login --identity\n', 'known.json': list });
  const { code, out } = run(clean, '--baseline', 'known.json');
  expect(out).toContain(
    'known.json:4: to tidy up: `user-password-sign-in` in `.github/workflows/deploy.yml` is no longer found',
  );
  expect(code).toBe(0);
});

test('`--update-baseline` without a list is a mistake', () => {
  const { code, err } = run(temporaryFolder(DEPLOY), '--update-baseline');
  expect(code).toBe(2);
  expect(err).toContain('`--update-baseline` needs a whole repository and its list');
});

test('What is accepted says so in JSON', () => {
  const settings = `accepted:
  - rule: user-password-sign-in
    path: .github
    reason: moves in June
    until: 2027-05-31
`;
  const { code, out } = run(
    temporaryFolder({ ...DEPLOY, 'mfa-ready.yml': settings }),
    '--format',
    'json',
  );
  const { findings, dismissed } = JSON.parse(out);
  expect(findings).toEqual([]);
  expect(dismissed[0].dismissal).toEqual({
    kind: 'accepted',
    path: 'mfa-ready.yml',
    line: 2,
    reason: 'moves in June',
  });
  expect(code).toBe(0);
});
