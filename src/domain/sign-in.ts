//! Who a call makes the one that acts.

import type { Call } from './call.ts';
import type { Audience, Cloud } from './operation.ts';
import type { Reader } from './reader.ts';
import type { Span } from './span.ts';
import type { Unknown, Value } from './value.ts';

export type IdentityKind =
  | 'user-password'
  | 'user-device-code'
  | 'user-interactive'
  /** A token cache, context file or personal access token that somebody made. */
  | 'user-cached'
  /** Whoever is signed in already. */
  | 'ambient'
  | 'service-principal-secret'
  | 'service-principal-certificate'
  | 'service-principal-federated'
  | 'managed-identity'
  /** No Entra identity: an access key, a publish profile, a registry password; or nobody at all. */
  | 'none'
  /** A token, or values that cannot be known. */
  | 'unknown';

export const isUser = (identity: IdentityKind): boolean => identity.startsWith('user-');

export const isWorkload = (identity: IdentityKind): boolean =>
  identity.startsWith('service-principal-') || identity === 'managed-identity';

/** Whose signed-in state a sign-in opens and an operation uses: `azure-cli`, `azure-powershell`, `azd`, `azcopy`. */
export type Session = string;

/**
 * Of the program that is running, whichever of its files signs in and whichever acts. It ends with the program, and a second
 * sign-in does not take the place of the first: of several, any may be the one.
 */
export const PROCESS: Session = 'process';

export interface SignIn {
  /** The id of the form's folder: `az-login`. */
  readonly form: string;
  readonly at: Span;
  readonly identity: IdentityKind;
  readonly clientId: Value<string>;
  readonly tenantId: Value<string>;
  readonly covers: 'this-call' | 'process' | 'rest-of-step' | 'rest-of-job' | 'provider';
  /** The sessions it opens; none for one that covers only its call or its provider. */
  readonly opens: readonly Session[];
  /** For `ambient`: the sessions whose identity it takes, the first that is open. */
  readonly takes: readonly Session[];
  /** Whoever was saved under this name is meant, where the run saved somebody; else `identity`. */
  readonly restores?: Session;
  readonly audience: Audience;
  readonly cloud: Cloud;
  /** Why `identity` is `unknown`. */
  readonly unknown?: Unknown;
  /** Where what decides is out of sight: it may be this one instead. */
  readonly otherwise?: SignIn;
  readonly remarks: readonly Remark[];
  readonly secretAt?: Span;
}

/** What a rule may want to know about how a sign-in is written. */
export type Remark =
  /** The tool refuses these arguments; `message` is its own. */
  | { readonly kind: 'usage-error'; readonly message: string }
  /** `-u` holds what looks like an application id, and the flag that says so is missing. */
  | { readonly kind: 'looks-like-application'; readonly name: string; readonly flag: string }
  /** Kept for whatever runs there later, which finds it by itself. */
  | { readonly kind: 'kept'; readonly where: 'asset' | 'settings' | 'environment' }
  /** A program types it into Microsoft's page. */
  | { readonly kind: 'typed-in-browser' }
  /** A set of credentials that the tool skips in silence, because these arguments are missing. */
  | { readonly kind: 'incomplete'; readonly method: string; readonly missing: readonly string[] }
  /** This version takes nothing but a person's session. */
  | { readonly kind: 'users-only'; readonly reason: string }
  /** Nothing is configured and the fallback is off: the run stops here, as nobody. */
  | { readonly kind: 'fails-closed'; readonly reason: string };

/** A way to sign in. */
export interface SignInForm extends Reader {
  /**
   * Texts that count when a variable keeps them, and nothing that is read is given them: the body of a token request.
   * It reads such a one, and those that are made of it, as a construct `kept-text`.
   */
  readonly keptText?: RegExp;
  /** `undefined` when the call is something else. */
  read(call: Call, context: Surroundings): SignIn | undefined;
}

/** What a call can see around it. */
export interface Surroundings {
  /** A variable of the process environment. */
  environment(name: string): Value<string>;
  /** False where a person runs it: what nothing in the repository sets may be set all the same. */
  readonly isClosed: boolean;
}
