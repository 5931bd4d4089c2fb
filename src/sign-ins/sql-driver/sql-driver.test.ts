import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { sqlDriver } from './sql-driver.ts';

const SERVER = 'Server=web.database.windows.net;Database=web';

it.each<[Given, string]>([
  [
    { 0: `${SERVER};Authentication=Active Directory Password;User Id=a@b.c;Password=p` },
    'user-password',
  ],
  [{ 0: `${SERVER};Authentication=ActiveDirectoryPassword;UID=a@b.c;PWD=p` }, 'user-password'],
  [{ 0: `${SERVER};Authentication="Active Directory Interactive"` }, 'user-interactive'],
  [{ 0: `${SERVER};Authentication=Active Directory Device Code Flow;` }, 'user-device-code'],
  [{ 0: `${SERVER};Authentication=Active Directory Default` }, 'ambient'],
  [{ 0: `${SERVER};Authentication=Active Directory Managed Identity;` }, 'managed-identity'],
  [
    { 0: `${SERVER};Authentication=Active Directory Service Principal;` },
    'service-principal-secret',
  ],
  [{ 0: 'sqlserver://a:p@web?database=web&fedauth=ActiveDirectoryPassword' }, 'user-password'],
  [{ 0: 'jdbc:sqlserver://web;authentication=ActiveDirectoryMSI' }, 'managed-identity'],
  [{ '0.authentication.type': 'azure-active-directory-password' }, 'user-password'],
  [{ '0.authentication.type': 'azure-active-directory-msi-app-service' }, 'managed-identity'],
  [{ Authentication: '$SqlAuthenticationMethod.ActiveDirectoryPassword' }, 'user-password'],
  [{ 0: `${SERVER};User Id=sa;Password=p` }, 'nothing'],
  [{ 0: 'basic authentication=password' }, 'nothing'],
  [{ 0: 'https://docs/active-directory-password' }, 'nothing'],
])('%o: %s', (given, expected) => {
  const call = construct('library-call', {
    library: 'Microsoft.Data.SqlClient',
    name: 'SqlConnection',
    ...given,
  });
  const signIn = sqlDriver.read(call, surroundings());
  expect(shown(signIn)).toBe(expected);
  if (signIn) expect(signIn.audience).toBe('sql');
});
