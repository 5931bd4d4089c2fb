import { describe, expect, it } from 'vitest';
import {
  sampleActor,
  sampleApply,
  sampleEntryPoint,
  sampleModel,
  sampleNobody,
  sampleSignIn,
  sampleSpan,
  sampleTerraform,
} from '../../enforcement/sample-model.ts';
import { ambientTerraform } from './ambient-terraform.ts';

const check = (...args: Parameters<typeof sampleModel>) => [
  ...ambientTerraform.check(sampleModel(...args)),
];

const provider = sampleTerraform();

describe('ambient-terraform', () => {
  it.each([
    ['pipeline', 'self-hosted,linux', 'warning', 'at-risk'],
    ['automation', undefined, 'warning', 'at-risk'],
    ['pipeline', 'ubuntu-latest', 'notice', 'undecided'],
    ['pipeline', undefined, 'notice', 'undecided'],
  ] as const)('%s on %s: %s', (reach, runner, severity, verdict) => {
    const apply = sampleApply([sampleNobody(provider)], sampleEntryPoint(reach, runner));
    expect(check([provider], [apply])).toMatchObject([{ severity, verdict }]);
  });

  it('says who acts, and points at the provider', () => {
    const entryPoint = sampleEntryPoint('pipeline', 'self-hosted');
    const [finding] = check([provider], [sampleApply([sampleNobody(provider)], entryPoint)]);
    expect(finding?.message).toBe(
      '`terraform apply` in job `deploy` acts as whoever is signed in to the Azure CLI; if that is a person, `terraform apply` is refused for lack of multi-factor authentication',
    );
    expect(finding?.because.at(-1)?.at.path).toBe('main.tf');
  });

  it('breaks where the version takes nothing but a user', () => {
    const reason = 'versions before 3.44 take only a user';
    const old = sampleTerraform({ remarks: [{ kind: 'users-only', reason }] });
    const [finding] = check([old], [sampleApply([sampleNobody(old)])]);
    expect(finding).toMatchObject({ severity: 'error', verdict: 'breaks', confidence: 'likely' });
    expect(finding?.message).toContain(reason);
  });

  it('knows that on a hosted runner there is no user to take', () => {
    const old = sampleTerraform({ remarks: [{ kind: 'users-only', reason: 'only a user' }] });
    const hosted = sampleEntryPoint('pipeline', 'ubuntu-latest');
    const [finding] = check([old], [sampleApply([sampleNobody(old)], hosted)]);
    expect(finding).toMatchObject({ severity: 'notice', verdict: 'undecided' });
    expect(finding?.message).toContain('on a hosted runner that is nobody');
    expect(finding?.message).not.toContain('multi-factor');
  });

  it('says which sign-in of another job does not reach this one', () => {
    const other = { ...sampleEntryPoint(), id: 'azure', title: 'job `azure`' };
    const signIn = sampleSignIn('service-principal-federated', {
      form: 'azure-login',
      opens: ['azure-cli'],
      entryPoint: other,
    });
    const away = { ...other, at: sampleSpan(1, '.github/workflows/other.yml') };
    const elsewhere = sampleSignIn('managed-identity', { opens: ['azure-cli'], entryPoint: away });
    const apply = sampleApply([sampleNobody(provider)]);
    const [finding] = check(
      [provider, signIn, elsewhere, sampleSignIn('managed-identity')],
      [apply],
    );
    expect(finding?.because.slice(-2).map(it => it.message)).toEqual([
      'the provider has no credentials of its own and takes the session of the Azure CLI',
      '`az login` in job `azure` does not reach job `deploy`',
    ]);
  });

  it('reports one command for each root', () => {
    const entryPoint = sampleEntryPoint('pipeline', 'self-hosted');
    const apply = sampleApply([sampleNobody(provider)], entryPoint);
    const again = sampleApply([sampleNobody(provider)], entryPoint, { at: sampleSpan(8) });
    expect(check([provider], [apply, again])).toHaveLength(1);
  });

  it('takes a kept session for a risk', () => {
    const kept = sampleSignIn('user-cached');
    expect(check([kept], [sampleApply([sampleActor(kept, provider)])])).toMatchObject([
      { severity: 'warning', verdict: 'at-risk' },
    ]);
  });

  it('leaves what is found elsewhere, and what is in order', () => {
    const user = sampleSignIn('user-password');
    const workload = sampleSignIn('service-principal-federated');
    const remarks = [{ kind: 'incomplete', method: 'x', missing: ['y'] }] as const;
    const incomplete = sampleTerraform({ remarks });
    const government = sampleTerraform({ cloud: 'us-government' });
    const byHand = sampleEntryPoint('manual');
    expect(
      check(
        [],
        [
          sampleApply([sampleActor(user, provider)]),
          sampleApply([sampleActor(workload, provider)]),
          sampleApply([sampleActor(workload, provider), sampleNobody(provider)]),
          sampleApply([sampleNobody(incomplete)]),
          sampleApply([sampleNobody(government)]),
          sampleApply([sampleNobody(provider)], byHand),
          sampleApply([sampleNobody(provider)], undefined, { effect: 'read' }),
          sampleApply([sampleNobody(provider)], undefined, { audience: 'microsoft-graph' }),
        ],
      ),
    ).toEqual([]);
  });
});
