//! A credential asset of an automation account: what runbooks sign in with.
//! Source: https://learn.microsoft.com/azure/automation/shared-resources/credentials

import { inputOf } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import type { Span } from '../../domain/span.ts';
import { ABSENT, isMissing, textOf, type Value } from '../../domain/value.ts';

const ID = 'automation-credential';

export const automationCredential: SignInForm = {
  id: ID,
  title: 'a credential asset of an automation account',
  programs: [],
  read(call) {
    if (call.kind !== 'construct' || call.type !== 'automation-credential') return undefined;
    return readCredential(inputOf(call.args, 'username'), inputOf(call.args, 'password'), call.at);
  },
};

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A plain name, `svc_backup`, belongs to a machine or a database: nothing says that Entra knows it. */
function readCredential(
  username: Value<string>,
  password: Value<string>,
  at: Span,
): SignIn | undefined {
  if (isMissing(username) || isMissing(password)) return undefined;
  const secretAt = password.kind === 'absent' ? {} : { secretAt: password.at };
  const common = { covers: 'provider' as const, audience: 'unknown' as const, ...secretAt };
  if (username.kind === 'unknown') {
    return newSignIn(ID, at, 'unknown', { ...common, unknown: username.why });
  }
  const identity = identityOf(textOf(username) ?? '');
  if (!identity) return undefined;
  const clientId = identity === 'user-password' ? ABSENT : username;
  return newSignIn(ID, at, identity, {
    ...common,
    clientId,
    remarks: [{ kind: 'kept', where: 'asset' }],
  });
}

function identityOf(username: string): IdentityKind | undefined {
  if (username.includes('@')) return 'user-password';
  return GUID.test(username) ? 'service-principal-secret' : undefined;
}
