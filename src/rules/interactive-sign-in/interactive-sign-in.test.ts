import { expect, it } from 'vitest';
import {
  sampleActor,
  sampleApply,
  sampleEntryPoint,
  sampleJob,
  sampleModel,
  sampleNobody,
  sampleSignIn,
  sampleSpan,
} from '../../enforcement/sample-model.ts';
import { interactiveSignIn } from './interactive-sign-in.ts';

const check = (...args: Parameters<typeof sampleModel>) => [
  ...interactiveSignIn.check(sampleModel(...args)),
];

it('waits in vain where nobody is, whatever follows', () => {
  const [finding] = check([sampleSignIn('user-interactive')]);
  expect(finding).toMatchObject({ severity: 'error', verdict: 'breaks' });
  expect(finding?.message).toBe(
    '`az login` in job `deploy` signs in as a user in a browser; nobody is there to sign in, so the run waits until it times out or fails',
  );
});

it('is a risk where a workload may act instead', () => {
  const user = sampleSignIn('user-interactive', { confidence: 'likely' });
  const workload = sampleSignIn('managed-identity', { at: sampleSpan(3), confidence: 'likely' });
  const apply = sampleApply([sampleActor(user), sampleActor(workload)]);
  expect(check([user, workload], [apply])).toMatchObject([
    { severity: 'warning', verdict: 'at-risk' },
  ]);
});

it('is never reached where a workload is signed in already', () => {
  const other = sampleJob('other');
  const user = sampleSignIn('user-interactive', {
    confidence: 'likely',
    entryPoints: [sampleEntryPoint(), other],
  });
  const workload = sampleSignIn('service-principal-federated', { at: sampleSpan(3) });
  const guarded = sampleApply([sampleActor(user), sampleActor(workload)]);
  const open = sampleApply([sampleActor(user), sampleNobody()], other);
  const [finding, ...others] = check([workload, user], [guarded, open]);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', verdict: 'breaks' });
  expect(finding?.message).toMatch(/^`az login` in job `other` signs in/);
  const alone = { ...user, entryPoints: [sampleEntryPoint()] };
  const onlyGuarded = sampleApply([sampleActor(alone), sampleActor(workload)]);
  expect(check([workload, alone], [onlyGuarded])).toEqual([]);
});

it('is a risk where it is not visible whether a workload was signed in before', () => {
  const user = sampleSignIn('user-interactive', { confidence: 'likely', opens: ['azure-cli'] });
  const workload = sampleSignIn('managed-identity', { at: sampleSpan(3), opens: ['azure-cli'] });
  expect(check([workload, user])).toMatchObject([{ severity: 'warning', verdict: 'at-risk' }]);
});

it('is what a person should do by hand', () => {
  const entryPoint = sampleEntryPoint('manual');
  expect(check([sampleSignIn('user-interactive', { entryPoint })])).toEqual([]);
});

it('leaves other ways to sign in alone', () => {
  expect(check([sampleSignIn('user-device-code'), sampleSignIn('managed-identity')])).toEqual([]);
});
