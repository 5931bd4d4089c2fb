//! `Invoke-AzVMRunCommand`: a script that runs on a virtual machine.
//! Source: https://learn.microsoft.com/powershell/module/az.compute/invoke-azvmruncommand

import { type CmdletLine, cmdletParameters } from '../../domain/cmdlet-line.ts';
import type { Runs } from '../../domain/operation.ts';
import { isMissing, textOf } from '../../domain/value.ts';

export const isRunCommand = (verb: string, noun: string): boolean =>
  /^vm(?:ssvm)?runcommand$/.test(noun) && (verb === 'invoke' || verb === 'set');

export const RUN_PARAMETERS = cmdletParameters([
  'CommandId',
  'ResourceGroupName',
  'VMName Name',
  'ScriptPath',
  'ScriptString SourceScript',
  'Parameter Parameters',
  'Location',
  'RunCommandName',
]);

export function runScripts(line: CmdletLine): readonly Runs[] {
  const source = line.value('ScriptString');
  const path = line.value('ScriptPath');
  if (!isMissing(path)) {
    return [
      { kind: 'routine', type: 'script', path, inputs: new Map(), valueFiles: [], action: '' },
    ];
  }
  if (isMissing(source)) return [];
  const isShell = /shell/i.test(textOf(line.value('CommandId'))?.replace(/powershell/i, '') ?? '');
  const language = isShell ? 'bash' : 'powershell';
  return [{ kind: 'script', language, source, session: 'machine' }];
}
