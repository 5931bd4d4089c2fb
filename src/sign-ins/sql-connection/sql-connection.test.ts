import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { sqlConnection } from './sql-connection.ts';

it.each([
  [
    'Invoke-Sqlcmd -ConnectionString "Server=a;Authentication=Active_Directory_Password;User_Id=$u"',
    'user-password',
  ],
  [
    'sqlpackage /Action:Publish /tcs:"Server=a;Authentication=Active_Directory_Interactive;"',
    'user-interactive',
  ],
  ['SqlPackage.exe /a:Publish /ua:True /tu:a@contoso.com', 'user-interactive'],
  ['sqlpackage /a:Publish /tu:sa /tp:$p', 'nothing'],
  ['sqlpackage /a:Publish /ua:False', 'nothing'],
  ['invoke-dbaquery -Connection "Server=a;Authentication=Active_Directory_Default"', 'ambient'],
  [
    'flyway -url="jdbc:sqlserver://a;authentication=ActiveDirectoryServicePrincipal" migrate',
    'service-principal-secret',
  ],
  ['Invoke-Sqlcmd -ConnectionString "Server=a;Authentication=SqlPassword"', 'nothing'],
  ['Invoke-Sqlcmd -ConnectionString "$c"', 'nothing'],
  ['echo "Authentication=Active_Directory_Password"', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(sqlConnection.read(command(line), surroundings()))).toBe(expected);
});
