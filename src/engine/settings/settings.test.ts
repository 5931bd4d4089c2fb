//! Whole scans under settings: what they say of things that the repository does not show.

import { expect, test } from 'vitest';
import { analyse } from '../analyse.ts';
import { textFile } from '../input.ts';
import { NO_SETTINGS, type Settings } from './settings.ts';

const scan = (files: Readonly<Record<string, string>>, settings: Partial<Settings> = {}) =>
  analyse({
    version: '1.0.0',
    files: Object.entries(files).map(([path, text]) => textFile(path, text)),
    elapsedMs: () => 0,
    settings: { ...NO_SETTINGS, ...settings },
  });

const SCRIPT = 'az login -u ann@contoso.us -p "$PASSWORD"\naz group create -n web -l x\n';

test('A script that something of elsewhere starts breaks with nobody there', () => {
  const started = {
    pattern: 'ops',
    by: 'cron on the build server',
    reach: 'pipeline',
    line: 1,
  } as const;
  expect(scan({ 'ops/a.sh': SCRIPT }).findings.map(it => it.severity)).toEqual(['notice']);
  const { findings } = scan({ 'ops/a.sh': SCRIPT }, { started: [started] });
  expect(findings.map(it => it.severity)).toEqual(['error']);
  expect(findings[0]?.because[0]?.message).toBe(
    '`ops/a.sh`, which is started by cron on the build server',
  );
});

test('An account of a sovereign cloud is not stopped by what the public one enforces', () => {
  const sovereign = (accounts: readonly string[], tenants: readonly string[] = []) =>
    scan(
      { 'a.sh': SCRIPT.replace(' -p', ' -t Contoso.us -p') },
      {
        sovereign: [{ cloud: 'us-government', tenants, accounts }],
      },
    ).signIns.map(it => it.cloud);
  expect(sovereign(['ann@contoso.us'])).toEqual(['us-government']);
  expect(sovereign([], ['contoso.us'])).toEqual(['us-government']);
  expect(sovereign(['bob@contoso.us'])).toEqual(['public']);
});

const WORKFLOW = `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: Contoso/sign-in@v1
      - run: az group create -n web -l x
`;

test('An action of elsewhere that is trusted signs in as it is said to', () => {
  const files = { '.github/workflows/deploy.yml': WORKFLOW };
  const identities = (settings: Partial<Settings>) =>
    scan(files, settings).operations.map(it => it.identity);
  expect(identities({})).toEqual(['ambient']);
  expect(
    identities({ trusted: [{ name: 'contoso/sign-in', signsInAs: 'managed-identity', line: 1 }] }),
  ).toEqual(['managed-identity']);
});
