//! A provider as data: its arguments, the variables that stand in for them, and the order of its methods.

import {
  type ArgumentTable,
  CERTIFICATE,
  MANAGED,
  type Method,
  OPENID,
  SECRET,
} from '../../domain/azure-credentials.ts';
import type { Inputs } from '../../domain/call.ts';
import type { Audience } from '../../domain/operation.ts';
import type { Session } from '../../domain/sign-in.ts';
import type { Version } from './versions.ts';

export interface Provider {
  readonly table: ArgumentTable;
  readonly order: readonly Method[];
  readonly audience: Audience;
  /** Whose session it takes when nothing is configured, unless `use_cli` is false; nobody's when absent. */
  readonly fallback?: Session;
  /** Where an argument that others call `client_id` has a name of its own. */
  readonly ownNames?: ReadonlyMap<string, string>;
  /** An argument that names the method, and wins over what is there. */
  readonly chooser?: Chooser;
  /** Arguments that hold a secret, when it is not `client_secret` alone. */
  readonly secrets?: readonly string[];
  /** The first version that takes the session of a service principal from the Azure CLI. */
  readonly anyoneSince?: Version;
  /** For one that serves other clouds too. */
  isOfAzure?(args: Inputs): boolean;
}

export interface Chooser {
  readonly argument: string;
  /** Lower case. */
  readonly methods: ReadonlyMap<string, Method>;
}

/** `{ client_id: [ARM_CLIENT_ID] }` of `['client_id']` and `'ARM_'`. */
export const variablesNamed = (
  names: readonly string[],
  ...prefixes: readonly string[]
): ArgumentTable =>
  new Map(
    names.map(name => [name, prefixes.map(prefix => `${prefix}${name.toUpperCase()}`)] as const),
  );

/** Credentials without further conditions: somebody named the method. */
export const chosen = (
  name: string,
  identity: Method['identity'],
  takes: readonly Session[] = [],
): Method => ({ name, identity, signs: [], turnedOnBy: 'value', needs: [], takes });

/** `use_…`: the session of another tool. */
export const session = (argument: string, name: string, taken: Session): Method => ({
  name,
  identity: 'ambient',
  signs: [argument],
  turnedOnBy: 'switch',
  needs: [],
  takes: [taken],
});

export const DEVELOPER_CLI = session('use_dev_cli', 'Azure Developer CLI', 'azd');
export const AZURE_CLI = session('use_cli', 'Azure CLI', 'azure-cli');

/** A token that somebody made for themselves. */
export const personalToken = (argument: string): Method => ({
  name: 'personal access token',
  identity: 'user-cached',
  signs: [argument],
  turnedOnBy: 'value',
  needs: [],
});

/** What an application is asked for, in the order of Microsoft's newer providers. */
export const APPLICATION: readonly Method[] = [OPENID, SECRET, CERTIFICATE, MANAGED];
