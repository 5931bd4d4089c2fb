//! Cmdlets of Azure PowerShell, and what they do.

import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { azPowershell } from './az-powershell.ts';

const read = (line: string) => azPowershell.read(command(line), surroundings());

function shown(line: string): string {
  const effects = read(line);
  if (!effects) return 'nothing';
  const { operations, runs, closes, probes } = effects;
  const done = operations.map(it => `${it.effect}${it.isAction ? '!' : ''} ${it.audience}`);
  const rest = [...runs.map(it => it.kind), ...closes.map(it => `closes ${it}`)];
  return [...done, ...rest, ...(probes ? [`probes ${probes}`] : [])].join(', ') || 'local';
}

it.each([
  ['New-AzResourceGroup -Name web', 'write arm'],
  ['remove-azurermvm -Name web', 'write arm'],
  ['Az.Compute\\Get-AzVM', 'read arm'],
  ['Start-AzVM -Name web', 'write! arm'],
  ['New-AzVM -WhatIf', 'read arm'],
  ['New-AzADApplication -DisplayName x', 'write microsoft-graph'],
  ['Set-AzKeyVaultSecret -VaultName x', 'write key-vault'],
  ['New-AzKeyVault -Name x', 'write arm'],
  ['Set-AzStorageBlobContent -File x', 'write storage'],
  ['New-AzRmStorageContainer -Name x', 'write arm'],
  ['New-AzVMConfig -VMName x', 'local'],
  ['Set-AzContext -Subscription x', 'local'],
  ['Get-AzContext', 'probes azure-powershell'],
  ['Disconnect-AzAccount', 'closes azure-powershell'],
  ['Invoke-AzRestMethod -Path /x', 'read arm'],
  ['Invoke-AzRestMethod -Path /x -Method PUT', 'write arm'],
  [
    'Invoke-AzRestMethod -Uri https://graph.microsoft.com/v1.0/x -Method POST',
    'unknown microsoft-graph',
  ],
  ['Get-AzAccessToken -ResourceTypeName MSGraph', 'read microsoft-graph, probes azure-powershell'],
  ['New-AzResourceGroupDeployment -TemplateFile main.bicep', 'write arm, routine'],
  ['New-AzSubscriptionDeployment -TemplateParameterFile a.bicepparam', 'write arm, routine'],
  ['New-AzResourceGroupDeploymentStack -TemplateFile main.bicep', 'write arm, routine'],
  ['New-AzResourceGroupDeployment -TemplateFile main.bicep -WhatIf', 'read arm'],
  ['Invoke-AzVMRunCommand -CommandId RunShellScript -ScriptString x', 'write! arm, script'],
  ['Connect-AzAccount', 'nothing'],
  ['Import-AzContext x', 'nothing'],
  ['New-AzureADUser', 'nothing'],
  ['New-AzureVM', 'nothing'],
  ['Get-Item', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(line)).toBe(expected);
});

it('gives a template the parameters that the cmdlet itself does not have', () => {
  const line = 'New-AzDeployment -Location x -TemplateFile main.bicep -size small -nested:$false';
  expect([...(read(line)?.runs ?? [])]).toMatchObject([{ path: { value: 'main.bicep' } }]);
  const [run] = read(line)?.runs ?? [];
  expect(run?.kind === 'routine' ? [...run.inputs.keys()] : []).toEqual(['size', 'nested']);
});
