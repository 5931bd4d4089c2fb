//! The action `azure/arm-deploy`: a template deployed under the session of the Azure CLI.
//! Source: https://github.com/Azure/arm-deploy/blob/main/action.yml

import { actionInput } from '../../domain/action-input.ts';
import type { Call, ComponentCall } from '../../domain/call.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
} from '../../domain/operation.ts';
import { isMissing, known, textOf, type Value } from '../../domain/value.ts';

export const azureArmDeploy: OperationReader = {
  id: 'azure-arm-deploy',
  title: '`azure/arm-deploy`',
  programs: [],
  read: readArmDeploy,
};

function readArmDeploy(call: Call): Effects | undefined {
  if (call.kind !== 'component' || call.name !== 'azure/arm-deploy') return undefined;
  const effect: Effect = isValidation(call) ? 'read' : 'write';
  const path = actionInput(call, 'template');
  const { inputs, valueFiles } = parametersOf(call);
  return {
    ...NO_EFFECTS,
    operations: [
      { at: call.at, tool: call.name, effect, audience: 'arm', sessions: ['azure-cli'] },
    ],
    runs:
      effect === 'read' || isMissing(path)
        ? []
        : [
            {
              kind: 'routine',
              type: 'bicep-file',
              path,
              inputs,
              valueFiles,
              verb: 'deploys',
              action: 'create',
            },
          ],
  };
}

const isValidation = (call: ComponentCall): boolean =>
  textOf(actionInput(call, 'deploymentMode'))?.toLowerCase() === 'validate';

/** `name=value` and files, apart by white space. */
function parametersOf(call: ComponentCall): {
  readonly inputs: ReadonlyMap<string, Value<string>>;
  readonly valueFiles: readonly Value<string>[];
} {
  const inputs = new Map<string, Value<string>>();
  const valueFiles: Value<string>[] = [];
  for (const word of (textOf(actionInput(call, 'parameters')) ?? '').split(/\s+/)) {
    const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/.exec(word) ?? [];
    if (name !== undefined && value !== undefined) inputs.set(name, known(value, call.at));
    else if (/\.(?:json|jsonc|bicepparam)$/.test(word)) valueFiles.push(known(word, call.at));
  }
  return { inputs, valueFiles };
}
