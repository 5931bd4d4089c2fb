//! The Microsoft Authentication Library (MSAL): Python, .NET, Node.js, Java and Go.

import type { Call } from '../../domain/call.ts';
import { argumentOf, libraryCallOf } from '../../domain/library-call.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { rowOf, signInOf } from '../library-table.ts';
import { CALLS } from './calls.ts';

const ID = 'msal';

export const msal: SignInForm = {
  id: ID,
  title: 'a credential of MSAL',
  programs: [],
  libraries: /msal/i,
  codeWords: /msal/,
  read,
};

function read(call: Call): SignIn | undefined {
  const library = libraryCallOf(call);
  const row = library && rowOf(library, CALLS);
  if (!library || !row) return undefined;
  const has = (...names: readonly string[]): boolean =>
    argumentOf(
      library,
      names.map(it => `of.${it}`),
      undefined,
    ).kind !== 'absent';
  const identity = row.identity === 'service-principal-secret' ? principalWith(has) : row.identity;
  return signInOf(ID, library, { ...row, identity });
}

/** By what the application was made with: a secret unless something else is shown. */
function principalWith(has: (...names: readonly string[]) => boolean): IdentityKind {
  if (has('withClientAssertion', 'clientAssertion', 'clientCredential.client_assertion'))
    return 'service-principal-federated';
  return has(
    'withCertificate',
    'clientCertificate',
    'clientCredential.thumbprint',
    'clientCredential.private_key',
    'clientCredential.private_key_pfx_path',
  )
    ? 'service-principal-certificate'
    : 'service-principal-secret';
}
