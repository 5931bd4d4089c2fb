import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { connectMgGraph } from './connect-mg-graph.ts';

const USER = { AZURE_USERNAME: 'svc@contoso.com', AZURE_PASSWORD: '$password' };

it.each([
  ['Connect-MgGraph', 'user-interactive'],
  ['Connect-MgGraph -Scopes User.Read', 'user-interactive'],
  ['Connect-MgGraph -DeviceCode', 'user-device-code'],
  ['Connect-MgGraph -Credential "$c" -TenantId 2', 'service-principal-secret'],
  ['Connect-MgGraph -AppId 1 -CertificateName x', 'service-principal-certificate'],
  ['Connect-MgGraph -Identity', 'managed-identity'],
  ['Connect-MgGraph -EnvironmentVariable', 'user-password'],
  ['Connect-MgGraph -AccessToken "$t"', 'unknown'],
  ['Connect-MgGraph $p', 'unknown'],
  ['Get-MgUser', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(connectMgGraph.read(command(line), surroundings(USER)))).toBe(expected);
});
