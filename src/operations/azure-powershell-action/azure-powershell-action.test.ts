import { expect, it } from 'vitest';
import { sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { azurePowershellAction } from './azure-powershell-action.ts';

it('runs its script as PowerShell', () => {
  const call = sampleComponent('azure/powershell', { inlineScript: 'Get-AzVM' });
  expect(azurePowershellAction.read(call, sampleEnvironment())?.runs).toMatchObject([
    { kind: 'script', language: 'powershell', source: { value: 'Get-AzVM' }, session: 'shared' },
  ]);
});
