//! The action `azure/cli`: a script in a container that sees the session of the Azure CLI.
//! Source: https://github.com/Azure/cli/blob/master/action.yml

import { actionInput } from '../../domain/action-input.ts';
import { NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';

export const azureCliAction: OperationReader = {
  id: 'azure-cli-action',
  title: '`azure/cli`',
  programs: [],
  read(call) {
    if (call.kind !== 'component' || call.name !== 'azure/cli') return undefined;
    const source = actionInput(call, 'inlineScript');
    return {
      ...NO_EFFECTS,
      runs: [{ kind: 'script', language: 'bash', source, session: 'shared' }],
    };
  },
};
