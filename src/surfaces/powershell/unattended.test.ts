//! What tells a runbook and a function of an app from a script that a person runs.

import { expect, it } from 'vitest';
import { sourceFile } from '../../domain/source-file.ts';
import { powershell } from './powershell.ts';

it.each([
  ['stop.ps1', "$c = Get-AutomationPSCredential -Name 'x'", 'Azure Automation'],
  ['stop.ps1', 'workflow Stop { $c = Get-AutomationConnection x }', 'Azure Automation'],
  ['stop.ps1', 'function Other { Get-AutomationVariable x }', undefined],
  ['stop.ps1', 'if ($a) { Get-AutomationVariable x }', undefined],
  ['stop.ps1', "Write-Host 'Get-AutomationVariable x'", undefined],
  ['stop.ps1', 'param([object] $WebhookData)', 'Azure Automation'],
  ['stop.psm1', 'Get-AutomationVariable x', undefined],
  ['f/run.ps1', 'using namespace System.Net\nparam($Request, $TriggerMetadata)', 'Azure Functions'],
  ['f/run.ps1', 'param($Name)', undefined],
  ['f/test.ps1', 'param($Timer)', undefined],
])('%s %s: %s', (path, text, platform) => {
  const [routine] = powershell.extract(sourceFile(path, text)).declarations;
  const leftTo = platform === undefined ? undefined : { platform };
  expect(routine?.kind === 'routine' ? routine.leftTo : '').toEqual(leftTo);
});
