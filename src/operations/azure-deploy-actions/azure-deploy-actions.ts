//! Actions that deploy to, or read from, one service of Azure.

import { actionInput } from '../../domain/action-input.ts';
import type { Call } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { isMissing } from '../../domain/value.ts';
import { ACTIONS } from './actions.ts';

export const azureDeployActions: OperationReader = {
  id: 'azure-deploy-actions',
  title: 'actions that deploy to Azure',
  programs: [],
  read: readAction,
};

/** Some of them bring credentials of a principal, which are a sign-in of the call itself. */
const SESSIONS = ['this-call', 'azure-cli'];

function readAction(call: Call): Effects | undefined {
  if (call.kind !== 'component') return undefined;
  const action = ACTIONS.get(call.name);
  if (!action) return undefined;
  const { effect, audience, ownCredential } = action;
  if (ownCredential !== undefined && !isMissing(actionInput(call, ownCredential))) {
    return NO_EFFECTS;
  }
  return {
    ...NO_EFFECTS,
    operations: [{ at: call.at, tool: call.name, effect, audience, sessions: SESSIONS }],
  };
}
