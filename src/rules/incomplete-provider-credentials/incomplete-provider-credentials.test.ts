import { describe, expect, it } from 'vitest';
import {
  sampleActor,
  sampleApply,
  sampleEntryPoint,
  sampleModel,
  sampleNobody,
  sampleSignIn,
  sampleTerraform,
} from '../../enforcement/sample-model.ts';
import { incompleteProviderCredentials } from './incomplete-provider-credentials.ts';

const check = (...args: Parameters<typeof sampleModel>) => [
  ...incompleteProviderCredentials.check(sampleModel(...args)),
];

const remarks = [{ kind: 'incomplete', method: 'client secret', missing: ['tenant_id'] }] as const;
const provider = sampleTerraform({ remarks });

describe('incomplete-provider-credentials', () => {
  it('says what is skipped, and why', () => {
    const [finding] = check([provider], [sampleApply([sampleNobody(provider)])]);
    expect(finding).toMatchObject({ severity: 'warning', verdict: 'at-risk' });
    expect(finding?.message).toBe(
      'the Terraform provider in job `deploy` of `.github/workflows/deploy.yml` skips its client secret in silence because `tenant_id` is missing, and acts as whoever is signed in to the Azure CLI',
    );
  });

  it('is saved by the session of a workload', () => {
    const workload = sampleSignIn('service-principal-federated');
    const apply = sampleApply([sampleActor(workload, provider)]);
    expect(check([provider, workload], [apply])).toEqual([]);
  });

  it('leaves a person who signs in to the rule for that', () => {
    const user = sampleSignIn('user-password');
    expect(check([provider, user], [sampleApply([sampleActor(user, provider)])])).toEqual([]);
  });

  it('is not saved where a workload only may be signed in', () => {
    const workload = sampleSignIn('managed-identity');
    const apply = sampleApply([sampleActor(workload, provider), sampleNobody(provider)]);
    expect(check([provider, workload], [apply])).toHaveLength(1);
  });

  it('leaves people, complete sets and other forms alone', () => {
    expect(
      check([
        sampleTerraform(),
        sampleTerraform({ remarks, entryPoint: sampleEntryPoint('manual') }),
        sampleSignIn('user-password', { remarks }),
      ]),
    ).toEqual([]);
  });
});
