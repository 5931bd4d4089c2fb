//! The sign-in of a block of Terraform: what the methods and the fallback to the Azure CLI come to.

import { type Arguments, chosenMethod, isOff, type Method } from './azure-credentials.ts';
import { cloudNamed } from './cloud-names.ts';
import { newSignIn } from './new-sign-in.ts';
import type { Audience } from './operation.ts';
import type { Session, SignIn } from './sign-in.ts';
import type { Span } from './span.ts';
import { ABSENT, isMissing, type Value } from './value.ts';

export interface Block {
  /** The id of the sign-in form. */
  readonly form: string;
  readonly at: Span;
  readonly value: Arguments;
  readonly order: readonly Method[];
  readonly audience: Audience;
  /** See `Surroundings`. */
  readonly isClosed: boolean;
  /** Whose session is taken when nothing is configured; nobody's when absent. */
  readonly fallback?: Session;
  /** Arguments that hold a secret. */
  readonly secrets?: readonly string[];
}

const SECRETS: readonly string[] = ['client_secret'];

export function terraformSignIn(block: Block): SignIn {
  const { form, at, value, order, audience, isClosed, fallback, secrets = SECRETS } = block;
  const { method, remarks } = chosenMethod(value, order, isClosed);
  const secret = secrets.map(value).find(it => it.kind !== 'absent') ?? ABSENT;
  const common: Partial<SignIn> = {
    clientId: value('client_id'),
    tenantId: value('tenant_id'),
    covers: 'provider',
    audience,
    cloud: cloudOf(value),
    ...(secret.kind === 'absent' ? {} : { secretAt: secret.at }),
  };
  if (method) {
    const { identity, takes = [] } = method;
    return newSignIn(form, at, identity, { ...common, takes, remarks });
  }
  if (fallback === undefined || isOff(value('use_cli'))) {
    const why = fallback === undefined ? 'no method is chosen' : '`use_cli` is false';
    const reason = `no credentials are configured, and ${why}`;
    const closed = { kind: 'fails-closed' as const, reason };
    return newSignIn(form, at, 'none', { ...common, remarks: [...remarks, closed] });
  }
  return newSignIn(form, at, 'ambient', { ...common, takes: [fallback], remarks });
}

/** A metadata host belongs to a cloud of one's own. */
const cloudOf = (value: (name: string) => Value<string>): SignIn['cloud'] =>
  isMissing(value('metadata_host')) ? cloudNamed(value('environment')) : 'unknown';
