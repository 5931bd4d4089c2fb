//! Credentials of libraries that look into the environment first: whoever it names comes before any session.
//! Source: https://learn.microsoft.com/azure/developer/python/sdk/authentication/credential-chains

import { argumentOf, isFrom, type LibraryCall } from '../domain/library-call.ts';
import type { Surroundings } from '../domain/sign-in.ts';
import { textOf } from '../domain/value.ts';
import { type EnvironmentIdentity, environmentIdentity } from './environment-sets.ts';

/** The first version, and one for each language. */
export const AZURE_IDENTITY: readonly string[] = [
  'azure.identity',
  'Azure.Identity',
  '@azure/identity',
  'com.azure.identity',
  'github.com/Azure/azure-sdk-for-go/sdk/azidentity',
];

const AUTOREST = 'github.com/Azure/go-autorest/autorest/azure/auth';

/** The class that a call makes, in lower case: Go's `NewX`, Java's `XBuilder` and Python's `X` are one. */
export function credentialName({ owner, member }: LibraryCall): string {
  const name = member === 'build' ? owner.replace(/Builder$/, '') : owner === '' ? member : '';
  return name
    .replace(/^New(?=[A-Z])/, '')
    .replace(/WithOptions$/, '')
    .toLowerCase();
}

const CHAIN = 'defaultazurecredential';
const ALONE = 'environmentcredential';

/** Whom the environment names to this call; `undefined` when it names nobody, or the call does not ask. */
export function identityFromEnvironment(
  call: LibraryCall,
  context: Surroundings,
): EnvironmentIdentity | undefined {
  return asksEnvironment(call, context)
    ? environmentIdentity(name => context.environment(name))
    : undefined;
}

function asksEnvironment(call: LibraryCall, context: Surroundings): boolean {
  if (isFrom(call, AUTOREST)) return /^NewAuthorizerFromEnvironment/.test(call.member);
  if (!AZURE_IDENTITY.some(it => isFrom(call, it))) return false;
  const name = credentialName(call);
  if (name === ALONE) return true;
  const exclusion = textOf(argumentOf(call, ['excludeEnvironmentCredential'], undefined));
  const chosen = textOf(context.environment('AZURE_TOKEN_CREDENTIALS'))?.trim().toLowerCase() ?? '';
  return (
    name === CHAIN && exclusion?.toLowerCase() !== 'true' && ['', 'prod', ALONE].includes(chosen)
  );
}
