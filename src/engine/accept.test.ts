//! What is accepted, for how long, and what is said when that is over.

import { expect, test } from 'vitest';
import { sampleFinding, sampleReport } from '../report/sample-report.ts';
import { type Acceptance, accept } from './accept.ts';

const acceptance = (change: Partial<Acceptance> = {}): Acceptance => ({
  path: 'mfa-ready.yml',
  line: 3,
  name: 'this entry',
  reason: 'replaced in May',
  until: undefined,
  covers: it => it.rule === sampleFinding.rule,
  ...change,
});

const accepted = (change: Partial<Acceptance>) =>
  accept(sampleReport(), [acceptance(change)], '2027-05-31');

test('It dismisses what it covers, with its reason', () => {
  const { findings, dismissed, remarks, summary } = accepted({});
  expect(findings).toEqual([]);
  expect(dismissed.map(it => it.dismissal)).toEqual([
    { kind: 'accepted', path: 'mfa-ready.yml', line: 3, reason: 'replaced in May' },
  ]);
  expect(remarks).toEqual([]);
  expect(summary.findings).toEqual({ error: 0, warning: 0, notice: 0 });
});

test('Its last day counts, the day after does not', () => {
  expect(accepted({ until: '2027-05-31' }).findings).toEqual([]);
  const { findings, remarks } = accepted({ until: '2027-05-30' });
  expect(findings).toHaveLength(1);
  expect(remarks.map(it => it.message)).toEqual([
    'this entry accepted a finding until 2027-05-30; it counts again',
  ]);
});

test.each([undefined, '2020-01-01'])('One of no use is told (until %s)', until => {
  const { findings, remarks } = accepted({ covers: () => false, until });
  expect(findings).toHaveLength(1);
  expect(remarks).toEqual([
    {
      path: 'mfa-ready.yml',
      line: 3,
      message: 'this entry accepts nothing that is found: take it out',
    },
  ]);
});
