//! The orb `circleci/azure-cli` and those built on it: a user, a service principal, or whichever is there.
//! Source: https://github.com/CircleCI-Public/azure-cli-orb/tree/master/src

import { type ComponentCall, inputOf } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { IdentityKind, SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { ABSENT, isMissing, textOf, type Unknown, type Value } from '../../domain/value.ts';

const ID = 'circleci-azure-orb';

export const circleciAzureOrb: SignInForm = {
  id: ID,
  title: 'the CircleCI orb `circleci/azure-cli`',
  programs: [],
  read(call, context) {
    const way = call.kind === 'component' ? WAYS.get(call.name) : undefined;
    return call.kind === 'component' && way ? read(call, way, context) : undefined;
  },
};

type Way = 'user' | 'service-principal' | 'oidc' | 'either';

const WAYS: ReadonlyMap<string, Way> = new Map([
  ['circleci/azure-cli/login-with-user', 'user'],
  ['circleci/azure-cli/login-with-service-principal', 'service-principal'],
  ['circleci/azure-cli/login-with-oidc', 'oidc'],
  ['circleci/azure-cli/login-with-user-or-service-principal', 'either'],
  ['circleci/azure-acr/build-and-push-image', 'either'],
  ['circleci/azure-aks/create-cluster', 'either'],
]);

function read(call: ComponentCall, way: Way, context: Surroundings): SignIn {
  switch (way) {
    case 'user':
      return signIn(call, 'user-password', context);
    case 'service-principal':
      return signIn(call, 'service-principal-secret', context);
    case 'oidc':
      return signIn(call, 'service-principal-federated', context);
    case 'either':
      return eitherSignIn(call, context);
  }
}

/** The user, when the variable for the name holds one; else the principal. */
function eitherSignIn(call: ComponentCall, context: Surroundings): SignIn {
  const user = stored(call, 'azure-username', 'AZURE_USERNAME', context);
  const principal = stored(call, 'azure-sp', 'AZURE_SP', context);
  if (textOf(inputOf(call.inputs, 'alternate-tenant')) === 'true' || textOf(user)) {
    return signIn(call, 'user-password', context);
  }
  // That the step names a variable for the one and not for the other says which of them is set.
  const namesUser = call.inputs.has('azure-username');
  const namesPrincipal = call.inputs.has('azure-sp');
  if (namesUser && !namesPrincipal) return signIn(call, 'user-password', context);
  const isOnlyPrincipal = namesPrincipal && !namesUser;
  if (isOnlyPrincipal || (user.kind === 'known' && isMissing(user)) || textOf(principal)) {
    return signIn(call, 'service-principal-secret', context);
  }
  if (namesUser && namesPrincipal) {
    const otherwise = signIn(call, 'service-principal-secret', context);
    return { ...signIn(call, 'user-password', context), otherwise };
  }
  return signIn(call, 'unknown', context, { kind: 'held-by-platform', name: 'AZURE_USERNAME' });
}

function signIn(
  call: ComponentCall,
  identity: IdentityKind,
  context: Surroundings,
  unknown?: Unknown,
): SignIn {
  const isPrincipal = identity.startsWith('service-principal');
  return newSignIn(ID, call.at, identity, {
    covers: 'rest-of-job',
    opens: ['azure-cli'],
    clientId: isPrincipal ? stored(call, 'azure-sp', 'AZURE_SP', context) : ABSENT,
    ...(unknown ? { unknown } : {}),
  });
}

/** An input holds the name of a variable, not its value. */
function stored(
  call: ComponentCall,
  input: string,
  fallback: string,
  context: Surroundings,
): Value<string> {
  const given = inputOf(call.inputs, input);
  if (given.kind === 'unknown') return given;
  return context.environment(textOf(given) ?? fallback);
}
