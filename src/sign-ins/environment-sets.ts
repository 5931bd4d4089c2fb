//! The sets of variables that Azure's libraries sign in with, in the order in which they are tried.
//! Source: https://learn.microsoft.com/dotnet/api/azure.identity.environmentcredential

import type { IdentityKind, SignIn } from '../domain/sign-in.ts';
import { ABSENT, isMissing, type Value } from '../domain/value.ts';

const CLIENT = 'AZURE_CLIENT_ID';
const TENANT = 'AZURE_TENANT_ID';

interface CredentialSet {
  readonly identity: IdentityKind;
  readonly needs: readonly string[];
  readonly secret: string;
}

/** The first that is complete wins; `AZURE_PASSWORD` alone means something else to every tool. */
const SETS: readonly CredentialSet[] = [
  {
    identity: 'service-principal-secret',
    needs: [TENANT, CLIENT, 'AZURE_CLIENT_SECRET'],
    secret: 'AZURE_CLIENT_SECRET',
  },
  {
    identity: 'service-principal-certificate',
    needs: [TENANT, CLIENT, 'AZURE_CLIENT_CERTIFICATE_PATH'],
    secret: 'AZURE_CLIENT_CERTIFICATE_PASSWORD',
  },
  {
    identity: 'user-password',
    needs: [CLIENT, 'AZURE_USERNAME', 'AZURE_PASSWORD'],
    secret: 'AZURE_PASSWORD',
  },
];

export interface EnvironmentIdentity {
  readonly identity: IdentityKind;
  readonly rest: Pick<SignIn, 'clientId' | 'tenantId' | 'secretAt'>;
}

/** `undefined` when no set is complete. */
export function environmentIdentity(
  setting: (name: string) => Value<string>,
): EnvironmentIdentity | undefined {
  const found = SETS.find(set => set.needs.every(name => !isMissing(setting(name))));
  if (!found) return undefined;
  const secret = setting(found.secret);
  return {
    identity: found.identity,
    rest: {
      clientId: found.identity === 'user-password' ? ABSENT : setting(CLIENT),
      tenantId: setting(TENANT),
      ...(secret.kind === 'absent' ? {} : { secretAt: secret.at }),
    },
  };
}
