//! The action `azure/login`, which signs in workloads only.
//! Source: https://github.com/Azure/login/blob/master/src/common/LoginConfig.ts

import type { ComponentCall, Inputs } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import type { IdentityKind, Session, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { ABSENT, isMissing, textOf, type Value } from '../../domain/value.ts';

const ID = 'azure-login';

export const azureLogin: SignInForm = {
  id: ID,
  title: '`azure/login`',
  programs: [],
  read: call =>
    call.kind === 'component' && call.name === 'azure/login' ? readAzureLogin(call) : undefined,
};

/** Any of them makes the action ignore `creds`. */
const SEPARATE: readonly string[] = ['client-id', 'tenant-id', 'subscription-id'];

function readAzureLogin({ inputs, at }: ComponentCall): SignIn {
  const input = (name: string): Value<string> => namedInput(inputs, name);
  const type = input('auth-type');
  if (type.kind === 'unknown') return opened(input, at, 'unknown', { unknown: type.why });
  if (textOf(type)?.trim().toUpperCase() === 'IDENTITY')
    return opened(input, at, 'managed-identity');
  const creds = input('creds');
  if (!isMissing(creds) && SEPARATE.every(name => isMissing(input(name)))) {
    const secretAt = creds.kind === 'absent' ? {} : { secretAt: creds.at };
    return opened(input, at, 'service-principal-secret', secretAt);
  }
  if (isMissing(input('client-id')) || isMissing(input('tenant-id'))) {
    const message = "Not all values are present. Ensure 'client-id' and 'tenant-id' are supplied.";
    return refusedSignIn(ID, at, message);
  }
  return opened(input, at, 'service-principal-federated');
}

type Extra = Partial<Pick<SignIn, 'unknown' | 'secretAt'>>;

function opened(
  input: (name: string) => Value<string>,
  at: ComponentCall['at'],
  identity: IdentityKind,
  extra: Extra = {},
): SignIn {
  const powerShell = input('enable-AzPSSession');
  const isEnabled = powerShell.kind === 'unknown' || isTrue(powerShell);
  const opens: readonly Session[] = isEnabled ? ['azure-cli', 'azure-powershell'] : ['azure-cli'];
  return newSignIn(ID, at, identity, {
    clientId: input('client-id'),
    tenantId: input('tenant-id'),
    covers: 'rest-of-job',
    opens,
    cloud: cloudNamed(input('environment')),
    ...extra,
  });
}

const isTrue = (value: Value<string>): boolean => textOf(value)?.trim().toLowerCase() === 'true';

/** GitHub does not tell apart `enable-AzPSSession` and `enable-azpssession`. */
function namedInput(inputs: Inputs, name: string): Value<string> {
  const exact = inputs.get(name);
  if (exact) return exact;
  for (const [key, value] of inputs) {
    if (key.toLowerCase() === name.toLowerCase()) return value;
  }
  return ABSENT;
}
