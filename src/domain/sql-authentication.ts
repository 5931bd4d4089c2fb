//! Whom a database of Azure SQL takes a connection for, by the word `Authentication` of its connection string.
//! Sources: https://learn.microsoft.com/sql/connect/ado-net/sql/azure-active-directory-authentication,
//! https://learn.microsoft.com/sql/connect/jdbc/connecting-using-azure-active-directory-authentication

import type { IdentityKind, Session } from './sign-in.ts';

export interface SqlAuthentication {
  readonly identity: IdentityKind;
  /** For whoever is signed in already. */
  readonly takes: readonly Session[];
}

const as = (identity: IdentityKind, takes: readonly Session[] = []): SqlAuthentication => ({
  identity,
  takes,
});

/** What the libraries of Azure try when they are told nothing. */
export const SQL_DEFAULT: SqlAuthentication = as('ambient', [
  'azure-cli',
  'azure-powershell',
  'azd',
]);

/** Without spaces, in lower case. */
const METHODS: ReadonlyMap<string, SqlAuthentication> = new Map([
  ['activedirectorypassword', as('user-password')],
  ['activedirectoryinteractive', as('user-interactive')],
  ['activedirectoryintegrated', as('user-interactive')],
  ['activedirectorydevicecode', as('user-device-code')],
  ['activedirectorydevicecodeflow', as('user-device-code')],
  ['activedirectoryserviceprincipal', as('service-principal-secret')],
  ['activedirectoryserviceprincipalsecret', as('service-principal-secret')],
  ['activedirectoryapplication', as('service-principal-secret')],
  ['activedirectoryserviceprincipalcertificate', as('service-principal-certificate')],
  ['activedirectoryserviceprincipalaccesstoken', as('unknown')],
  ['activedirectorymanagedidentity', as('managed-identity')],
  ['activedirectorymsi', as('managed-identity')],
  ['activedirectorymsivm', as('managed-identity')],
  ['activedirectorymsiappservice', as('managed-identity')],
  ['activedirectoryworkloadidentity', as('service-principal-federated')],
  ['activedirectorydefault', SQL_DEFAULT],
  ['activedirectoryazcli', as('ambient', ['azure-cli'])],
]);

/** `undefined` for a login of the server, which Entra knows nothing of, and for a method that is not known. */
export const sqlMethod = (name: string): SqlAuthentication | undefined =>
  METHODS.get(name.replaceAll(' ', '').toLowerCase());

const SETTING = /(?:^|[;?&"'\s])authentication\s*=\s*["']?\s*(active\s?directory[a-z ]*)/i;

/** Of a whole connection string, or a text that holds one. */
export function sqlAuthentication(connection: string): SqlAuthentication | undefined {
  const name = SETTING.exec(connection)?.[1];
  return name === undefined ? undefined : sqlMethod(name.trim());
}
