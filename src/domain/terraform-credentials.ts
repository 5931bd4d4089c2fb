//! The sign-in of a block of Terraform: what the methods and the fallback to the Azure CLI come to.

import { type Arguments, chosenMethod, isOff, type Method } from './azure-credentials.ts';
import { cloudNamed } from './cloud-names.ts';
import { newSignIn } from './new-sign-in.ts';
import type { Audience } from './operation.ts';
import type { SignIn } from './sign-in.ts';
import type { Span } from './span.ts';
import { isMissing, type Value } from './value.ts';

export interface Block {
  /** The id of the sign-in form. */
  readonly form: string;
  readonly at: Span;
  readonly value: Arguments;
  readonly order: readonly Method[];
  readonly audience: Audience;
  /** See `Surroundings`. */
  readonly isClosed: boolean;
}

export function terraformSignIn({ form, at, value, order, audience, isClosed }: Block): SignIn {
  const { method, remarks } = chosenMethod(value, order, isClosed);
  const secret = value('client_secret');
  const common: Partial<SignIn> = {
    clientId: value('client_id'),
    tenantId: value('tenant_id'),
    covers: 'provider',
    audience,
    cloud: cloudOf(value),
    ...(secret.kind === 'absent' ? {} : { secretAt: secret.at }),
  };
  if (method) return newSignIn(form, at, method.identity, { ...common, remarks });
  if (isOff(value('use_cli'))) {
    const reason = 'no credentials are configured, and `use_cli` is false';
    const closed = { kind: 'fails-closed' as const, reason };
    return newSignIn(form, at, 'none', { ...common, remarks: [...remarks, closed] });
  }
  return newSignIn(form, at, 'ambient', { ...common, takes: ['azure-cli'], remarks });
}

/** A metadata host belongs to a cloud of one's own. */
const cloudOf = (value: (name: string) => Value<string>): SignIn['cloud'] =>
  isMissing(value('metadata_host')) ? cloudNamed(value('environment')) : 'unknown';
