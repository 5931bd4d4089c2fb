import { describe, expect, it } from 'vitest';
import {
  sampleActor,
  sampleApply,
  sampleEntryPoint,
  sampleModel,
  sampleOperation,
  sampleSignIn,
  sampleSpan,
  sampleTerraform,
} from '../../enforcement/sample-model.ts';
import { userPasswordSignIn } from './user-password-sign-in.ts';

const user = sampleSignIn('user-password');
const check = (...args: Parameters<typeof sampleModel>) => [
  ...userPasswordSignIn.check(sampleModel(...args)),
];

describe('user-password-sign-in', () => {
  it('says which change is refused', () => {
    const provider = sampleTerraform();
    const [finding, ...others] = check([user], [sampleApply([sampleActor(user, provider)])]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', verdict: 'breaks', confidence: 'certain' });
    expect(finding?.message).toBe(
      '`az login` in job `deploy` signs in as a user with a password; `terraform apply` is refused for lack of multi-factor authentication',
    );
    expect(finding?.because.map(it => it.message)).toEqual([
      'job `deploy`',
      'signing in itself fails, for example with `AADSTS50076`, where Conditional Access or security defaults ask for multi-factor authentication',
      'takes the identity of this user',
      '`terraform apply` changes Azure as this user, which is answered with `RequestDisallowedByPolicy`',
    ]);
  });

  it.each([
    [
      { effect: 'read', tool: 'az group list' },
      'warning',
      '`az group list` only reads from Azure Resource Manager, and the first change to Azure is refused for lack of multi-factor authentication',
    ],
    [
      { effect: 'unknown', tool: 'az frobnicate' },
      'error',
      '`az frobnicate` is refused for lack of multi-factor authentication if it changes anything',
    ],
    [
      { tool: 'az rest', audience: 'unknown' },
      'warning',
      '`az rest` would be refused for lack of multi-factor authentication if it changes Azure Resource Manager',
    ],
    [
      { effect: 'read', tool: 'az rest', audience: 'unknown' },
      'warning',
      '`az rest` only reads, and the first change to Azure would be refused for lack of multi-factor authentication',
    ],
    [
      { tool: 'az vm start', isAction: true },
      'warning',
      '`az vm start` may be refused for lack of multi-factor authentication',
    ],
    [
      { audience: 'microsoft-graph' },
      'notice',
      'mandatory multi-factor authentication does not cover Microsoft Graph, but Conditional Access may ask for it',
    ],
  ] as const)('%j is %s', (operation, severity, consequence) => {
    const [finding] = check([user], [sampleOperation([sampleActor(user)], operation)]);
    expect(finding?.severity).toBe(severity);
    expect(finding?.message.split('; ')[1]).toBe(consequence);
  });

  it('prefers a change to an action that ran before', () => {
    const start = sampleOperation([sampleActor(user)], { tool: 'az vm start', isAction: true });
    const create = sampleOperation([sampleActor(user)], { at: sampleSpan(6) });
    const [finding] = check([user], [start, create]);
    expect(finding).toMatchObject({ severity: 'error', verdict: 'breaks' });
    expect(finding?.message).toContain('; `az group create` is refused for lack of');
  });

  it('doubts a cloud that is not known', () => {
    const somewhere = sampleSignIn('user-password', { cloud: 'unknown' });
    const [finding] = check([somewhere], [sampleApply([sampleActor(somewhere)])]);
    expect(finding).toMatchObject({ severity: 'warning', verdict: 'at-risk' });
    expect(finding?.because.at(-1)?.message).toBe(
      '`terraform apply` changes Azure as this user, which the public cloud answers with `RequestDisallowedByPolicy`',
    );
    expect(finding?.message).toMatch(
      /is refused .*, if the cloud, which is not known here, is the public one$/,
    );
  });

  it.each([
    ['main.tf', 'Terraform root'],
    ['image.pkr.hcl', 'Packer template'],
  ])('calls the folder of %s what it is', (path, kind) => {
    const entryPoint = { ...sampleEntryPoint('manual'), id: '.', title: '`.`' };
    const at = sampleSpan(1, path);
    const byHand = sampleSignIn('user-password', { entryPoint: { ...entryPoint, at }, at });
    expect(check([byHand])[0]?.message).toContain(`\`az login\` in the ${kind} \`.\` signs in`);
  });

  it('names what holds a script that runs on its own, and what deploys it', () => {
    const entryPoint = {
      ...sampleEntryPoint('automation'),
      id: 'infra/main.bicep#seed',
      title: '`seed`',
      at: sampleSpan(8, 'infra/main.bicep'),
    };
    const at = sampleSpan(9, 'infra/main.bicep');
    const pipeline = sampleEntryPoint();
    const sample = sampleSignIn('user-password', { entryPoint, at });
    const chain = [{ at: pipeline.at, message: pipeline.title }, ...sample.chain];
    const model = { ...sampleModel([{ ...sample, chain }]), entryPoints: [pipeline] };
    expect([...userPasswordSignIn.check(model)][0]?.message).toMatch(
      /^`az login` in `seed` of `infra\/main\.bicep`, which job `deploy` of `\.github\/workflows\/deploy\.yml` deploys, signs in as/,
    );
  });

  it('says so where what it changes is not covered', () => {
    const key = sampleOperation([sampleActor(user)], {
      tool: 'az storage blob upload (key lookup)',
      effect: 'read',
    });
    const upload = sampleOperation([sampleActor(user)], { audience: 'storage' });
    const [finding] = check([user], [key, upload]);
    expect(finding).toMatchObject({ severity: 'warning', verdict: 'at-risk' });
    expect(finding?.message).toContain(
      'only reads from Azure Resource Manager (mandatory multi-factor authentication does not cover the contents of storage accounts), and the first',
    );
  });

  it('names the cloud that is not covered', () => {
    const government = sampleSignIn('user-password', { cloud: 'us-government' });
    const [finding] = check([government], [sampleApply([sampleActor(government)])]);
    expect(finding).toMatchObject({ severity: 'notice', verdict: 'out-of-scope' });
    expect(finding?.message).toContain('does not cover Azure Government');
    expect(finding?.because.at(-1)?.message).toBe('`terraform apply` changes Azure as this user');
  });

  it('is a notice for a script run by hand', () => {
    const entryPoint = {
      ...sampleEntryPoint('manual'),
      title: '`deploy.sh`',
      at: sampleSpan(0, 'deploy.sh'),
    };
    const byHand = sampleSignIn('user-password', { entryPoint, at: sampleSpan(3, 'deploy.sh') });
    const [finding] = check([byHand], [sampleOperation([sampleActor(byHand)], {}, entryPoint)]);
    expect(finding).toMatchObject({ severity: 'notice', verdict: 'at-risk' });
    expect(finding?.message).toMatch(/^`az login` in `deploy.sh` signs in as a user/);
  });

  it('names the workflow of a script in another file', () => {
    const script = sampleSignIn('user-password', { at: sampleSpan(3, 'deploy.sh') });
    expect(check([script])[0]?.message).toMatch(
      /^`az login` in job `deploy` of `\.github\/workflows\/deploy\.yml` signs/,
    );
  });

  it('leaves workloads alone, and what other rules report', () => {
    const remarks = [{ kind: 'looks-like-application', name: 'APP_ID', flag: '-x' }] as const;
    expect(
      check([
        sampleSignIn('managed-identity'),
        sampleSignIn('service-principal-secret'),
        sampleSignIn('user-device-code'),
        sampleSignIn('user-password', { remarks: [{ kind: 'kept', where: 'settings' }] }),
        sampleSignIn('user-password', { remarks: [{ kind: 'typed-in-browser' }] }),
        sampleSignIn('user-password', { remarks }),
      ]),
    ).toEqual([]);
  });
});
