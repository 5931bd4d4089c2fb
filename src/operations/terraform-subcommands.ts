//! What each subcommand of Terraform does: to Azure, and to its root.
//! Source: https://developer.hashicorp.com/terraform/cli/commands

import type { Effect } from '../domain/operation.ts';

export interface Subcommand {
  readonly effect: Effect;
  /** How the root is run. */
  readonly action: string;
}

/** Reads and writes state alone: the backend signs in, the providers do not. */
const STATE: Subcommand = { effect: 'read', action: 'init' };
const PLAN: Subcommand = { effect: 'read', action: 'plan' };
const APPLY: Subcommand = { effect: 'write', action: 'apply' };
const DESTROY: Subcommand = { effect: 'write', action: 'destroy' };

const SUBCOMMANDS: ReadonlyMap<string, Subcommand> = new Map([
  ['init', STATE],
  ['output', STATE],
  ['show', STATE],
  ['state', STATE],
  ['workspace', STATE],
  ['env', STATE],
  ['taint', STATE],
  ['untaint', STATE],
  ['force-unlock', STATE],
  ['console', STATE],
  ['plan', PLAN],
  ['refresh', PLAN],
  ['query', PLAN],
  // It reads what is there and writes down in the state that it is.
  ['import', { effect: 'read', action: 'import' }],
  ['apply', APPLY],
  ['destroy', DESTROY],
  // What it does stands in files of its own: a `run` block applies, unless it says `command = plan`.
  ['test', { effect: 'unknown', action: 'plan' }],
]);

/** What a subcommand that is not known may do. */
export const UNKNOWN: Subcommand = { effect: 'unknown', action: 'apply' };

/** `undefined` for those that ask Azure nothing: `validate`, `fmt`, and names that Terraform does not know. */
export const subcommandNamed = (name: string): Subcommand | undefined => SUBCOMMANDS.get(name);

/** `apply` that destroys, or that only looks. */
export function applied(subcommand: Subcommand, has: (option: string) => boolean): Subcommand {
  if (subcommand !== APPLY) return subcommand;
  if (has('destroy')) return DESTROY;
  return has('refresh-only') ? PLAN : subcommand;
}
