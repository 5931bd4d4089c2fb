//! Settings and the report they are applied to.

import { expect, test } from 'vitest';
import { sampleFinding, sampleReport } from '../../report/sample-report.ts';
import { applySettings, matcherOf } from './apply-settings.ts';
import { NO_SETTINGS, type Settings } from './settings.ts';

const applied = (settings: Partial<Settings>) =>
  applySettings(sampleReport(), { ...NO_SETTINGS, ...settings }, '2027-05-31');

test('Without settings nothing changes', () => {
  expect(applied({})).toEqual({ ...sampleReport(), summary: applied({}).summary });
});

test('A rule gets another severity, or finds nothing', () => {
  const as = (level: 'notice' | 'off') =>
    applied({ rules: new Map([[sampleFinding.rule, level]]) });
  expect(as('notice').findings.map(it => it.severity)).toEqual(['notice']);
  expect(as('notice').summary.findings).toEqual({ error: 0, warning: 0, notice: 1 });
  expect(as('off').findings).toEqual([]);
});

test('What stands in an ignored folder does not count', () => {
  const { findings, dismissed } = applied({ ignored: [{ pattern: 'scripts', line: 4 }] });
  expect(findings).toEqual([]);
  expect(dismissed.map(it => it.dismissal)).toEqual([
    { kind: 'accepted', path: 'mfa-ready.yml', line: 4, reason: '`scripts` is ignored' },
  ]);
});

test('A finding is accepted by its rule and its path, both', () => {
  const entry = { reason: 'moves', until: undefined, line: 1 };
  const findings = (rule: string, pattern: string) =>
    applied({ accepted: [{ ...entry, rule, pattern }] }).findings.length;
  expect(findings(sampleFinding.rule, 'scripts/*.sh')).toBe(0);
  expect(findings(sampleFinding.rule, 'other/**')).toBe(1);
  expect(findings('ambient-terraform', 'scripts/*.sh')).toBe(1);
});

test.each([
  ['samples', 'samples/a/b.sh', true],
  ['samples/', 'samples/b.sh', true],
  ['./samples/**', 'samples/.hidden/b.sh', true],
  ['**/*.test.ts', 'a/b.test.ts', true],
  ['a.sh', 'a.sh', true],
  ['a.sh', 'b/a.sh', false],
  ['sample', 'samples/a.sh', false],
])('%s and %s: %s', (pattern, path, expected) => {
  expect(matcherOf(pattern)(path)).toBe(expected);
});
