//! Command lines of sqlcmd and bcp, and whom they connect as.

import { expect, it } from 'vitest';
import { command, type Given, shown, surroundings } from '../../../test/calls.ts';
import { sqlcmd } from './sqlcmd.ts';

it.each<[string, string, Given?]>([
  ['sqlcmd -S $s -d web -G -U a@contoso.com -P $p -i a.sql', 'user-password'],
  ['sqlcmd -S $s -G -Ua@contoso.com -P$p -b -Q SELECT', 'user-password'],
  ['sqlcmd -GU a@contoso.com', 'user-interactive'],
  ['sqlcmd -S $s -G -U a@contoso.com', 'user-interactive'],
  ['sqlcmd -S $s -G -U a@contoso.com', 'user-password', { SQLCMDPASSWORD: '$p' }],
  ['sqlcmd -S $s -G -N -C -i a.sql', 'ambient'],
  ['sqlcmd -S $s -U sa -P $p', 'nothing'],
  ['sqlcmd -S $s -E', 'nothing'],
  ['sqlcmd --authentication-method ActiveDirectoryPassword -U $u -P $p', 'user-password'],
  ['sqlcmd --authentication-method=ActiveDirectoryInteractive', 'user-interactive'],
  ['sqlcmd --authentication-method ActiveDirectoryManagedIdentity -U $c', 'managed-identity'],
  ['sqlcmd --authentication-method ActiveDirectoryDefault', 'ambient'],
  [
    'sqlcmd --authentication-method ActiveDirectoryServicePrincipal -U 1 -P $p',
    'service-principal-secret',
  ],
  ['sqlcmd --authentication-method SqlPassword -U sa', 'nothing'],
  ['sqlcmd --authentication-method "$m"', 'unknown'],
  ['sqlcmd -?', 'nothing'],
  ['bcp db.dbo.t in a.csv -S $s -G -U a@contoso.com -P $p -c', 'user-password'],
  ['bcp db.dbo.t in a.csv -S $s -U sa -P $p -c', 'nothing'],
])('%s', (line, expected, variables) => {
  expect(shown(sqlcmd.read(command(line), surroundings(variables)))).toBe(expected);
});
