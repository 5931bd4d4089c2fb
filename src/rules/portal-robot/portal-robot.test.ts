import { expect, it } from 'vitest';
import type { Reach } from '../../domain/model.ts';
import {
  sampleEntryPoint,
  sampleModel,
  sampleOperation,
  sampleSignIn,
  sampleSpan,
} from '../../enforcement/sample-model.ts';
import { portalRobot } from './portal-robot.ts';

const signIn = (reach: Reach) =>
  sampleSignIn('user-password', {
    remarks: [{ kind: 'typed-in-browser' }],
    audience: 'other',
    entryPoint: sampleEntryPoint(reach),
  });

const visit = (reach: Reach) =>
  sampleOperation(
    [],
    { tool: 'portal.azure.com', effect: 'read', audience: 'portal', at: sampleSpan(1) },
    sampleEntryPoint(reach),
  );

const check = (...args: Parameters<typeof sampleModel>) => [
  ...portalRobot.check(sampleModel(...args)),
];

it.each([
  ['pipeline', 'breaks', 'error'],
  ['manual', 'at-risk', 'notice'],
] as const)('a password for the portal in a %s %s', (reach, verdict, severity) => {
  const [finding, ...others] = check([signIn(reach)], [visit(reach)]);
  expect(finding).toMatchObject({ verdict, severity, at: sampleSpan(2), confidence: 'certain' });
  expect(finding?.message).toMatch(/^job `deploy` signs in to `portal.azure.com` as a user/);
  expect(others).toEqual([]);
});

it('does not know who opens the portal with a profile, and still stops there', () => {
  const [finding] = check([], [visit('pipeline')]);
  expect(finding).toMatchObject({ verdict: 'breaks', at: sampleSpan(1), confidence: 'likely' });
});

it('leaves the sign-in of another application to Conditional Access', () => {
  expect(check([signIn('pipeline')])).toMatchObject([
    { verdict: 'out-of-scope', severity: 'notice' },
  ]);
});

it('says nothing of other sign-ins and operations', () => {
  expect(check([sampleSignIn('user-password')], [sampleOperation([])])).toEqual([]);
});
