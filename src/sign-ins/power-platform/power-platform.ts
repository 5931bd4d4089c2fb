//! Tasks and actions of the Power Platform: an application, or by default the password of a user.
//! Sources: https://github.com/microsoft/powerplatform-build-tools, `src/tasks/*/*/task.json`;
//! https://github.com/microsoft/powerplatform-actions, `src/lib/auth/getCredentials.ts`

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall } from '../../domain/call.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { isMissing, textOf, type Value } from '../../domain/value.ts';

const ID = 'power-platform';

export const powerPlatform: SignInForm = {
  id: ID,
  title: 'a task or action of the Power Platform',
  programs: [],
  read(call) {
    if (call.kind !== 'component') return undefined;
    if (call.name.startsWith('microsoft/powerplatform-actions')) return readAction(call);
    return /^powerplatform\w/.test(call.name) ? readTask(call) : undefined;
  },
};

/** Without a connection there is nothing to say: the task stops, or needs none. */
function readTask(call: ComponentCall): SignIn | undefined {
  const type = actionInput(call, 'authenticationType');
  const user = actionInput(call, 'PowerPlatformEnvironment');
  if (type.kind === 'unknown') return signIn(call, 'unknown', { unknown: type.why });
  switch (textOf(type)?.trim().toLowerCase()) {
    case 'powerplatformspn':
      return signIn(call, 'service-principal-secret');
    case undefined:
    case '':
    case 'powerplatformenvironment':
      return isMissing(user) || user.kind === 'absent'
        ? undefined
        : signIn(call, 'user-password', { secretAt: user.at });
    default:
      return undefined;
  }
}

function readAction(call: ComponentCall): SignIn | undefined {
  const input = (name: string): Value<string> => actionInput(call, name);
  const isGiven = (name: string): boolean => !isMissing(input(name));
  const isUser = isGiven('user-name') || isGiven('password-secret');
  const isApplication = isGiven('app-id') || isGiven('client-secret');
  if (isUser && isApplication) {
    return refusedSignIn(ID, call.at, 'Too many authentication parameters specified');
  }
  const rest = { clientId: input('app-id'), tenantId: input('tenant-id') };
  if (isUser) return signIn(call, 'user-password', secretAt(input('password-secret')));
  if (!isApplication) return undefined;
  return isGiven('client-secret')
    ? signIn(call, 'service-principal-secret', { ...rest, ...secretAt(input('client-secret')) })
    : signIn(call, 'service-principal-federated', rest);
}

const secretAt = (value: Value<string>): Partial<SignIn> =>
  value.kind === 'absent' ? {} : { secretAt: value.at };

const signIn = (call: ComponentCall, identity: IdentityKind, rest: Partial<SignIn> = {}): SignIn =>
  newSignIn(ID, call.at, identity, { audience: 'power-platform', ...rest });
