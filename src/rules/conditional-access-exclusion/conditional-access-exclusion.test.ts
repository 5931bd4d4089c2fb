import { expect, it } from 'vitest';
import type { MfaPolicy } from '../../domain/directory.ts';
import { sampleChange, sampleModel, sampleSpan } from '../../enforcement/sample-model.ts';
import { conditionalAccessExclusion } from './conditional-access-exclusion.ts';

const policy = (rest: Partial<MfaPolicy>): MfaPolicy => ({
  kind: 'mfa-policy',
  at: sampleSpan(3),
  title: '`Require MFA`',
  leavesOut: ['users'],
  isOff: false,
  ...rest,
});

const check = (...policies: readonly MfaPolicy[]) => [
  ...conditionalAccessExclusion.check(
    sampleModel(
      [],
      [],
      policies.map(it => sampleChange(it)),
    ),
  ),
];

it('says whom the policy leaves out, once a place', () => {
  const given = policy({ leavesOut: ['users', 'groups', 'guests'] });
  const [finding, ...others] = check(given, given);
  expect(finding).toMatchObject({ severity: 'notice', verdict: 'at-risk' });
  expect(finding?.message).toMatch(/^`Require MFA` leaves out users, groups and guests, and/);
  expect(others).toEqual([]);
});

it('says nothing of a policy that is off, or for everyone', () => {
  expect(check(policy({ isOff: true }), policy({ leavesOut: [] }))).toEqual([]);
});
