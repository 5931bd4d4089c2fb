//! A sign-in with what most of them have in common.

import type { IdentityKind, SignIn } from './sign-in.ts';
import type { Span } from './span.ts';
import { ABSENT } from './value.ts';

type Rest = Partial<Omit<SignIn, 'form' | 'at' | 'identity'>>;

/** For Azure Resource Manager in the public cloud, for this call alone, unless `rest` says otherwise. */
export const newSignIn = (
  form: string,
  at: Span,
  identity: IdentityKind,
  rest: Rest = {},
): SignIn => ({
  form,
  at,
  identity,
  clientId: ABSENT,
  tenantId: ABSENT,
  covers: 'this-call',
  opens: [],
  takes: [],
  audience: 'arm',
  cloud: 'public',
  remarks: [],
  ...rest,
});

/** The tool refuses its arguments: nobody is signed in. */
export const refusedSignIn = (form: string, at: Span, message: string): SignIn =>
  newSignIn(form, at, 'none', { remarks: [{ kind: 'usage-error', message }] });
