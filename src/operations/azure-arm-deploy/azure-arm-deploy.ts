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
import { isMissing, textOf } from '../../domain/value.ts';
import { wordsOfValue } from '../../domain/value-words.ts';
import { templateRun, valuesInWords } from '../template-values.ts';

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
  const parameters = wordsOfValue(actionInput(call, 'parameters'));
  return {
    ...NO_EFFECTS,
    operations: [
      { at: call.at, tool: call.name, effect, audience: 'arm', sessions: ['azure-cli'] },
    ],
    runs:
      effect === 'read' || isMissing(path) ? [] : [templateRun(path, valuesInWords(parameters))],
  };
}

const isValidation = (call: ComponentCall): boolean =>
  textOf(actionInput(call, 'deploymentMode'))?.toLowerCase() === 'validate';
