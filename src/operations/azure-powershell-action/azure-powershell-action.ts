//! The action `azure/powershell`: a script under the session of Azure PowerShell.
//! Source: https://github.com/Azure/powershell/blob/master/action.yml

import { actionInput } from '../../domain/action-input.ts';
import { NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';

export const azurePowershellAction: OperationReader = {
  id: 'azure-powershell-action',
  title: '`azure/powershell`',
  programs: [],
  read(call) {
    if (call.kind !== 'component' || call.name !== 'azure/powershell') return undefined;
    const source = actionInput(call, 'inlineScript');
    return {
      ...NO_EFFECTS,
      runs: [{ kind: 'script', language: 'powershell', source, session: 'shared' }],
    };
  },
};
