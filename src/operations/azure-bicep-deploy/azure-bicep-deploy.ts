//! The action `azure/bicep-deploy`: a deployment or a stack, under the environment's credential or a session.
//! Source: https://github.com/Azure/bicep-deploy/blob/main/action.yml

import { actionInput } from '../../domain/action-input.ts';
import type { Call } from '../../domain/call.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
} from '../../domain/operation.ts';
import { isMissing, textOf } from '../../domain/value.ts';
import { templateRun, valuesInFile, valuesInObject, withValues } from '../template-values.ts';

export const azureBicepDeploy: OperationReader = {
  id: 'azure-bicep-deploy',
  title: '`azure/bicep-deploy`',
  programs: [],
  read: readBicepDeploy,
};

const EFFECTS: ReadonlyMap<string, Effect> = new Map([
  ['create', 'write'],
  ['delete', 'write'],
  ['validate', 'read'],
  ['whatif', 'read'],
]);

/** The environment's credential is a sign-in of the call itself. */
const SESSIONS = ['this-call', 'azure-cli', 'azure-powershell'];

function readBicepDeploy(call: Call): Effects | undefined {
  if (call.kind !== 'component' || call.name !== 'azure/bicep-deploy') return undefined;
  const verb = textOf(actionInput(call, 'operation'))?.toLowerCase() ?? '';
  const template = actionInput(call, 'template-file');
  const parameters = actionInput(call, 'parameters-file');
  const path = isMissing(template) ? parameters : template;
  const given = valuesInObject(actionInput(call, 'parameters'));
  const run = templateRun(path, withValues(valuesInFile(parameters), given));
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: call.name,
        effect: EFFECTS.get(verb) ?? 'unknown',
        audience: 'arm',
        sessions: SESSIONS,
      },
    ],
    runs: verb === 'create' && !isMissing(path) ? [run] : [],
  };
}
