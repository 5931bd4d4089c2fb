//! What a call changes in the directory, or hands to its users, that bears on who signs in later.

import type { Span } from './span.ts';

export type DirectoryChange = UserMade | RoleGiven | SecretKept | MfaPolicy;

/**
 * What two places have in common that are about the same thing: a name, the address of a resource, the expression that
 * a value comes from. Never the text of a secret.
 */
export type Handle = string;

export interface UserMade {
  readonly kind: 'user';
  readonly at: Span;
  /** What a person calls it, in backticks: the address of a resource, a command. */
  readonly title: string;
  readonly isGuest: boolean;
  readonly ids: readonly Handle[];
  readonly passwords: readonly Handle[];
  readonly secretAt?: Span;
}

/** A role in Azure. */
export interface RoleGiven {
  readonly kind: 'role';
  readonly at: Span;
  readonly title: string;
  readonly to: readonly Handle[];
}

/** A value that pipelines find among their secrets. */
export interface SecretKept {
  readonly kind: 'secret';
  readonly at: Span;
  readonly title: string;
  readonly value: readonly Handle[];
  readonly secretAt?: Span;
}

/** A Conditional Access policy that asks for multi-factor authentication. */
export interface MfaPolicy {
  readonly kind: 'mfa-policy';
  readonly at: Span;
  readonly title: string;
  /** Whom it does not ask; empty when it asks everyone it is for. */
  readonly leavesOut: readonly Exclusion[];
  readonly isOff: boolean;
}

export type Exclusion = 'users' | 'groups' | 'roles' | 'guests';
