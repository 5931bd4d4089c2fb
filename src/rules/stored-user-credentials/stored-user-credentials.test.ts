import { expect, it } from 'vitest';
import {
  sampleActor,
  sampleEntryPoint,
  sampleModel,
  sampleOperation,
  sampleSignIn,
  sampleSpan,
} from '../../enforcement/sample-model.ts';
import { storedUserCredentials } from './stored-user-credentials.ts';

const check = (...args: Parameters<typeof sampleModel>) => [
  ...storedUserCredentials.check(sampleModel(...args)),
];

it.each([
  [
    'settings',
    "the app settings of `app` of `infra/main.bicep` hold a user's name and password in `AZURE_USERNAME` and `AZURE_PASSWORD`",
  ],
  [
    'asset',
    "the credential asset `app` of `infra/main.bicep` keeps a user's name and password for runbooks",
  ],
] as const)('what is kept as %s is a risk, whoever creates it', (where, clause) => {
  const signIn = sampleSignIn('user-password', {
    remarks: [{ kind: 'kept', where }],
    covers: 'provider',
    audience: 'unknown',
    entryPoint: {
      ...sampleEntryPoint('automation'),
      id: 'infra/main.bicep#app',
      title: '`app`',
      at: sampleSpan(1, 'infra/main.bicep'),
    },
  });
  const [finding] = check([signIn]);
  expect(finding).toMatchObject({ severity: 'warning', verdict: 'at-risk', confidence: 'likely' });
  expect(finding?.message).toBe(
    `${clause}; what follows is not visible here, and the first change to Azure would be refused for lack of multi-factor authentication`,
  );
});

it('breaks the action that signs in with it', () => {
  const signIn = sampleSignIn('user-password', {
    remarks: [{ kind: 'kept', where: 'environment' }],
    covers: 'this-call',
  });
  const deploy = sampleOperation([sampleActor(signIn)], { tool: 'azure/bicep-deploy' });
  const [finding] = check([signIn], [deploy]);
  expect(finding).toMatchObject({ severity: 'error', verdict: 'breaks' });
  expect(finding?.message).toMatch(
    /^the environment in job `deploy` holds .*`azure\/bicep-deploy` is refused/,
  );
});

it('says nothing of principals, and of other ways to sign in', () => {
  expect(
    check([
      sampleSignIn('service-principal-secret', {
        remarks: [{ kind: 'kept', where: 'settings' }],
      }),
      sampleSignIn('user-password'),
    ]),
  ).toEqual([]);
});
