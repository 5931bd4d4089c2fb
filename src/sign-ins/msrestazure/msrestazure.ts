//! Credentials of Azure's first management libraries: msrestazure, azure-common, ms-rest-azure, Fluent, go-autorest.

import type { Call } from '../../domain/call.ts';
import { inputOf } from '../../domain/call.ts';
import { type LibraryCall, libraryCallOf } from '../../domain/library-call.ts';
import type { SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { identityFromEnvironment } from '../environment-readers.ts';
import { saidOf } from '../known-start.ts';
import { type LibraryRow, rowOf, signInOf } from '../library-table.ts';
import { CALLS, FROM_ENVIRONMENT } from './calls.ts';

const ID = 'msrestazure';

export const msrestazure: SignInForm = {
  id: ID,
  title: "a credential of Azure's first libraries",
  programs: [],
  libraries: /msrest|ms-rest/i,
  read,
};

function read(call: Call, context: Surroundings): SignIn | undefined {
  const library = libraryCallOf(call);
  if (!library) return undefined;
  const row = rowOf(library, CALLS) ?? adapterRow(library);
  if (row) return signInOf(ID, library, row);
  const open = rowOf(library, [FROM_ENVIRONMENT]);
  // Whom the environment names is the form `environment-credential`.
  if (!open || identityFromEnvironment(library, context)) return undefined;
  return {
    ...signInOf(ID, library, open),
    unknown: { kind: 'not-in-repository', name: 'the variables `AZURE_…` of the environment' },
  };
}

/** `AdalAuthentication(context.acquire_token_with_username_password, resource, user, password)`: a method, not a call of it. */
function adapterRow(call: LibraryCall): LibraryRow | undefined {
  if (call.member !== 'AdalAuthentication') return undefined;
  const method = saidOf(inputOf(call.arguments, '0'));
  const row = ADAPTED.find(it => method.endsWith(it.names));
  return row && { ...row, audience: 'arm' };
}

const ADAPTED: readonly LibraryRow[] = [
  {
    names: '.acquire_token_with_username_password',
    identity: 'user-password',
    parameters: 'method resource username password',
  },
  {
    names: '.acquire_token_with_device_code',
    identity: 'user-device-code',
    parameters: 'method resource',
  },
  {
    names: '.acquire_token_with_client_credentials',
    identity: 'service-principal-secret',
    parameters: 'method resource clientId clientSecret',
  },
  {
    names: '.acquire_token_with_client_certificate',
    identity: 'service-principal-certificate',
    parameters: 'method resource clientId',
  },
];
