//! Credentials of Azure Identity in code: Python, .NET, JavaScript, Java and Go.

import type { Call } from '../../domain/call.ts';
import { isFrom, type LibraryCall, libraryCallOf } from '../../domain/library-call.ts';
import type { SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { isMissing, textOf } from '../../domain/value.ts';
import { AZURE_IDENTITY, credentialName, identityFromEnvironment } from '../environment-readers.ts';
import { signInOf } from '../library-table.ts';
import { CREDENTIALS, type Credential, PARAMETERS } from './credentials.ts';

const ID = 'azure-identity';

export const azureIdentity: SignInForm = {
  id: ID,
  title: 'a credential of Azure Identity',
  programs: [],
  libraries: /azure|microsoft/i,
  // Microsoft's copyright is no word about Azure.
  codeWords: /azure|microsoft(?!\s+corp|\/|\.?\s+all rights)|active ?directory/,
  read,
};

function read(call: Call, context: Surroundings): SignIn | undefined {
  const library = libraryCallOf(call);
  if (!library || !AZURE_IDENTITY.some(it => isFrom(library, it))) return undefined;
  const name = credentialName(library);
  const credential = CREDENTIALS.find(it => it.name === name);
  // Whom the environment names there is the form `environment-credential`.
  if (!credential || identityFromEnvironment(library, context)) return undefined;
  const parameters = parametersOf(library, name);
  const chosen = name === 'defaultazurecredential' ? chosenIn(context, credential) : credential;
  const signIn = signInOf(ID, library, { names: name, parameters, ...chosen });
  return name === 'environmentcredential' ? { ...signIn, unknown: NOT_SET } : signIn;
}

const NOT_SET = {
  kind: 'not-in-repository',
  name: 'the variables `AZURE_…` of the environment',
} as const;

const parametersOf = (call: LibraryCall, name: string): string => {
  const [library] = AZURE_IDENTITY.filter(it => isFrom(call, it));
  return PARAMETERS.get(library ?? '')?.[name] ?? '';
};

/** The chain, or the part of it that the environment leaves. */
function chosenIn({ environment }: Surroundings, chain: Credential): Credential {
  const named = textOf(environment('AZURE_TOKEN_CREDENTIALS'))?.trim().toLowerCase() ?? '';
  const isFederated = ['AZURE_FEDERATED_TOKEN_FILE', 'AZURE_CLIENT_ID', 'AZURE_TENANT_ID'].every(
    it => !isMissing(environment(it)),
  );
  if (named === 'prod' || named === '') {
    if (isFederated) return { ...chain, identity: 'service-principal-federated', takes: [] };
    return named === 'prod' ? { ...chain, identity: 'managed-identity', takes: [] } : chain;
  }
  return CREDENTIALS.find(it => it.name === named) ?? chain;
}
