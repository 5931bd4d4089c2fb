//! The credential that Azure's libraries read from the environment: in app settings, and around tools built on them.
//! Source: https://learn.microsoft.com/dotnet/api/azure.identity.environmentcredential

import { type Call, type Inputs, inputOf } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { IdentityKind, SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { ABSENT, isMissing, type Value } from '../../domain/value.ts';
import { settingsSetBy } from './set-by-command.ts';

const ID = 'environment-credential';

export const environmentCredential: SignInForm = {
  id: ID,
  title: 'the credential that Azure libraries read from the environment',
  programs: ['az'],
  read: readCredential,
};

/** Actions that try the environment before any session. */
const READERS: ReadonlySet<string> = new Set(['azure/bicep-deploy']);

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

function readCredential(call: Call, context: Surroundings): SignIn | undefined {
  if (call.kind === 'component') {
    if (!READERS.has(call.name)) return undefined;
    return signInFrom(call, name => context.environment(name), { covers: 'this-call' });
  }
  const settings = storedSettings(call);
  if (!settings) return undefined;
  return signInFrom(call, name => inputOf(settings, name), {
    covers: 'provider',
    audience: 'unknown',
  });
}

/** What an app is given to find in its environment. */
function storedSettings(call: Exclude<Call, { kind: 'component' }>): Inputs | undefined {
  if (call.kind === 'command') return settingsSetBy(call);
  return call.type === 'app-settings' ? call.args : undefined;
}

function signInFrom(
  call: Call,
  setting: (name: string) => Value<string>,
  rest: Partial<SignIn>,
): SignIn | undefined {
  const found = SETS.find(set => set.needs.every(name => !isMissing(setting(name))));
  if (!found) return undefined;
  const secret = setting(found.secret);
  return newSignIn(ID, call.at, found.identity, {
    ...rest,
    clientId: found.identity === 'user-password' ? ABSENT : setting(CLIENT),
    tenantId: setting(TENANT),
    ...(secret.kind === 'absent' ? {} : { secretAt: secret.at }),
  });
}
