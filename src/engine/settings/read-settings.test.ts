//! `mfa-ready.yml`: what it says, and what is wrong with it.

import { expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';

const read = (text: string) =>
  readSettings('mfa-ready.yml', text, ['user-password-sign-in', 'ambient-terraform']);

const mistakesIn = (text: string): readonly string[] => {
  const result = read(text);
  return result.kind === 'mistakes' ? result.mistakes.map(it => `${it.line}: ${it.message}`) : [];
};

test('It says everything, with the lines', () => {
  const text = `fail-on: warning
baseline: known.json
rules:
  ambient-terraform: off
  user-password-sign-in: notice
ignore:
  - samples/**
started-elsewhere:
  - path: ops/nightly.sh
    by: cron on the build server
trusted:
  - name: contoso/sign-in
    signs-in-as: managed-identity
sovereign:
  - cloud: us-government
    tenants: [Contoso.onmicrosoft.us]
accepted:
  - rule: user-password-sign-in
    path: legacy/*.sh
    reason: replaced in May
    until: 2027-05-31
`;
  expect(read(text)).toEqual({
    kind: 'settings',
    settings: {
      path: 'mfa-ready.yml',
      failOn: 'warning',
      baseline: 'known.json',
      rules: new Map([
        ['ambient-terraform', 'off'],
        ['user-password-sign-in', 'notice'],
      ]),
      ignored: [{ pattern: 'samples/**', line: 7 }],
      started: [
        { pattern: 'ops/nightly.sh', by: 'cron on the build server', reach: 'pipeline', line: 9 },
      ],
      trusted: [{ name: 'contoso/sign-in', signsInAs: 'managed-identity', line: 12 }],
      sovereign: [{ cloud: 'us-government', tenants: ['contoso.onmicrosoft.us'], accounts: [] }],
      accepted: [
        {
          rule: 'user-password-sign-in',
          pattern: 'legacy/*.sh',
          reason: 'replaced in May',
          until: '2027-05-31',
          line: 18,
        },
      ],
    },
  });
});

test('An empty file changes nothing', () => {
  expect(read('# nothing yet\n').kind).toBe('settings');
});

test.each([
  ['fail-om: error', '1: there is no `fail-om`; did you mean `fail-on`?'],
  [
    'fail-on: eror',
    '1: `fail-on` is `eror`; it can be `error`, `warning`, `notice`, `never`; did you mean `error`?',
  ],
  [
    'rules:\n  user-pasword-sign-in: off',
    '2: there is no `rules.user-pasword-sign-in`; did you mean `user-password-sign-in`?',
  ],
  [
    'accepted:\n  - path: a.sh\n    rule: user-password-sign-in\n    reazon: why',
    '2: `accepted[1]` needs `reason`',
  ],
  ['ignore: samples/**', '1: `ignore` is `samples/**`; it must be a list'],
  ['- fail-on', '1: the file is a list; it must be keys with values'],
  ['baseline: ""', '1: `baseline` is ``; it must not be empty'],
  [
    'accepted:\n  - { rule: a, path: b, reason: c, until: May }',
    '2: `accepted[1].until` is `May`; it must be a day, as `2027-05-31`',
  ],
])('%j is a mistake', (text, mistake) => {
  expect(mistakesIn(text)).toContain(mistake);
});

test.each(['__proto__: 1', 'constructor: 1', 'rules: { toString: off }'])(
  '%j is no setting',
  text => {
    expect(mistakesIn(text)).toHaveLength(1);
  },
);

test('Broken YAML is a mistake on its line', () => {
  expect(mistakesIn('fail-on: error\nrules: [\n')[0]).toMatch(/^\d: not valid YAML: \w/);
});

test('A text that unfolds without end is a mistake, not a hang', () => {
  const bomb = Array.from({ length: 30 }, (_, at) => `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`);
  expect(mistakesIn(`a-1: &a-1 [x]\n${bomb.join('\n')}`)).not.toEqual([]);
});
