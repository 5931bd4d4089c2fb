//! Sign-ins in code by tables: which class, function or method of which library makes whom the one that acts.

import { audienceOfAddress } from '../domain/audience-names.ts';
import type { Call } from '../domain/call.ts';
import {
  argumentOf,
  classOf,
  codeSession,
  isFrom,
  type LibraryCall,
  libraryCallOf,
} from '../domain/library-call.ts';
import { newSignIn } from '../domain/new-sign-in.ts';
import type { Audience, Cloud } from '../domain/operation.ts';
import {
  type IdentityKind,
  isWorkload,
  PROCESS,
  type Session,
  type SignIn,
} from '../domain/sign-in.ts';
import { ABSENT, type Value } from '../domain/value.ts';
import { cloudOfAuthority, tenantOfAuthority } from './authority.ts';
import { knownStart, saidOf } from './known-start.ts';

export interface LibraryTable {
  /** Modules, packages or namespaces; those inside them count too. */
  readonly libraries: readonly string[];
  readonly rows: readonly LibraryRow[];
}

export interface LibraryRow {
  /**
   * Apart by spaces: `UsernamePasswordCredential` is a class or function, `Owner.method` a method of that class,
   * `.method` one of any class.
   */
  readonly names: string;
  readonly identity: IdentityKind;
  /** Its arguments by place, apart by spaces. */
  readonly parameters?: string;
  /** For `ambient`. */
  readonly takes?: readonly Session[];
  /** What it is for when no argument says so. */
  readonly audience?: Audience;
  /** It counts only with so many arguments by place. */
  readonly places?: number;
}

/** Rows of a library that manages Azure and nothing else, unless an argument says so. */
export const forArm = (rows: readonly LibraryRow[]): readonly LibraryRow[] =>
  rows.map(row => ({ ...row, audience: 'arm' }));

/** The first row that the call is one of. */
export function rowOf(call: LibraryCall, tables: readonly LibraryTable[]): LibraryRow | undefined {
  return tables
    .filter(table => table.libraries.some(it => isFrom(call, it)))
    .flatMap(it => it.rows)
    .find(row => isCallOf(call, row));
}

function isCallOf(call: LibraryCall, row: LibraryRow): boolean {
  if (row.places !== undefined && placesOf(call) !== row.places) return false;
  return row.names.split(' ').some(name => {
    const dot = name.indexOf('.');
    if (name.slice(dot + 1) !== call.member) return false;
    if (dot < 0) return call.owner === '';
    return (
      call.owner !== '' && (dot === 0 || call.owner === '?' || call.owner === name.slice(0, dot))
    );
  });
}

function placesOf({ arguments: given }: LibraryCall): number {
  const places = [...given.keys()].map(it => /^\d+/.exec(it)?.[0]).filter(it => it !== undefined);
  return Math.max(-1, ...places.map(Number)) + 1;
}

/** `undefined` when the call is in none of the tables. */
export function signInFromTables(
  form: string,
  call: Call,
  tables: readonly LibraryTable[],
): SignIn | undefined {
  const library = libraryCallOf(call);
  const row = library && rowOf(library, tables);
  return library && row ? signInOf(form, library, row) : undefined;
}

export function signInOf(form: string, call: LibraryCall, row: LibraryRow): SignIn {
  const argument = argumentsBy(call, row);
  const secret = argument(...SECRETS);
  const { identity } = row;
  const { path } = call.at;
  return newSignIn(form, call.at, identity, {
    clientId: isWorkload(identity) ? argument('clientId', 'appId') : ABSENT,
    tenantId: tenantOf(argument),
    covers: 'rest-of-step',
    opens: [codeSession(path), codeSession(path, classOf(call)), PROCESS],
    takes: row.takes ?? [],
    audience: audienceOf(argument) ?? row.audience ?? 'unknown',
    cloud: cloudOf(argument),
    ...(identity === 'unknown'
      ? { unknown: { kind: 'not-evaluated', text: 'a token that somebody brings along' } }
      : {}),
    ...(secret.kind === 'absent' ? {} : { secretAt: secret.at }),
  });
}

type Argument = (...names: readonly string[]) => Value<string>;

/** By name, by place, or among what its object was made with. */
function argumentsBy(call: LibraryCall, row: LibraryRow): Argument {
  const parameters = (row.parameters ?? '').split(' ');
  return (...names) => {
    const place = parameters.findIndex(it => names.includes(it));
    const own = argumentOf(call, names, place < 0 ? undefined : place);
    if (own.kind !== 'absent') return own;
    return argumentOf(
      call,
      names.map(it => `of.${it}`),
      undefined,
    );
  };
}

const SECRETS = ['password', 'clientSecret', 'secret', 'clientCredential', 'withClientSecret'];

const AUTHORITIES = ['authority', 'withAuthority', 'authorityHost'];

const tenantOf = (argument: Argument): Value<string> => {
  const tenant = argument('tenantId', 'tenant', 'domain', 'withTenantId');
  return tenant.kind === 'absent' ? tenantOfAuthority(argument(...AUTHORITIES)) : tenant;
};

function cloudOf(argument: Argument): Cloud {
  const authority = argument(...AUTHORITIES);
  const environment = argument('environment', 'cloudEnvironment', 'azureCloudInstance');
  return cloudOfAuthority(saidOf(authority) || saidOf(environment));
}

/** A short scope, `User.Read`, is one of Microsoft Graph. */
function audienceOf(argument: Argument): Audience | undefined {
  const scope = argument('scopes', 'scope', 'resource', 'resourceId', 'tokenAudience');
  const text = knownStart(scope);
  if (text === '') return undefined;
  const address = audienceOfAddress(text);
  if (address !== undefined) return address;
  return scope.kind === 'known' && /^[A-Z][A-Za-z]+\.[A-Z][\w.]*$/.test(text)
    ? 'microsoft-graph'
    : undefined;
}
