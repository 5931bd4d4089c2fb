//! The identity of a deployment script: the service signs it in before the script runs.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/deployment-script-template

import { type Inputs, inputOf } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { Session, SignInForm } from '../../domain/sign-in.ts';
import { isMissing, textOf } from '../../domain/value.ts';

const ID = 'deployment-script-identity';

export const deploymentScriptIdentity: SignInForm = {
  id: ID,
  title: 'the identity of a deployment script',
  programs: [],
  read(call) {
    if (call.kind !== 'construct' || call.type !== 'deployment-script') return undefined;
    if (!hasIdentity(call.args)) return undefined;
    return newSignIn(ID, call.at, 'managed-identity', {
      covers: 'rest-of-job',
      opens: sessionsOf(textOf(inputOf(call.args, 'kind'))),
    });
  },
};

function sessionsOf(kind: string | undefined): readonly Session[] {
  switch (kind?.toLowerCase()) {
    case 'azurecli':
      return ['azure-cli'];
    case 'azurepowershell':
      return ['azure-powershell'];
    default:
      return ['azure-cli', 'azure-powershell'];
  }
}

/** `identity: { type: 'UserAssigned', … }`, however deep the file nests it; `None` is none. */
function hasIdentity(args: Inputs): boolean {
  for (const [name, value] of args) {
    if (!/^identity(?:\.|$)/.test(name)) continue;
    if (/(?:^|\.)type$/.test(name) && textOf(value)?.toLowerCase() === 'none') return false;
  }
  return [...args].some(([name, value]) => /^identity(?:\.|$)/.test(name) && !isMissing(value));
}
