import { expect, it } from 'vitest';
import {
  sampleActor,
  sampleApply,
  sampleModel,
  sampleSignIn,
} from '../../enforcement/sample-model.ts';
import { missingServicePrincipalFlag } from './missing-service-principal-flag.ts';

const check = (...args: Parameters<typeof sampleModel>) => [
  ...missingServicePrincipalFlag.check(sampleModel(...args)),
];

const remark = { kind: 'looks-like-application', name: 'APP_ID' } as const;
const remarks = [{ ...remark, flag: '--service-principal' }];

it('names the flag and the application', () => {
  const signIn = sampleSignIn('user-password', { remarks });
  const [finding] = check([signIn], [sampleApply([sampleActor(signIn)])]);
  expect(finding).toMatchObject({ severity: 'error', fixes: [{ applicability: 'shown' }] });
  expect(finding?.message).toBe(
    '`az login` in job `deploy` lacks `--service-principal`, so it takes the application `APP_ID` for a user with a password; `terraform apply` is refused for lack of multi-factor authentication',
  );
});

it('spells the flag as PowerShell does', () => {
  const signIn = sampleSignIn('user-password', {
    remarks: [{ ...remark, flag: '-ServicePrincipal' }],
  });
  expect(check([signIn])[0]?.message).toContain('lacks `-ServicePrincipal`');
});

it('says nothing of users who look like users', () => {
  expect(check([sampleSignIn('user-password'), sampleSignIn('managed-identity')])).toEqual([]);
});
