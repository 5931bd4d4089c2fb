//! GitHub actions that change or read something in Azure under a session of the job.
//! Sources: `action.yml` of each, in https://github.com/Azure

import type { Audience, Effect } from '../../domain/operation.ts';

export interface DeployAction {
  readonly effect: Effect;
  readonly audience: Audience;
  /** An input that brings a credential of its own, which is no Entra identity. */
  readonly ownCredential?: string;
}

const WRITE: DeployAction = { effect: 'write', audience: 'arm' };
const READ: DeployAction = { effect: 'read', audience: 'arm' };
const CLUSTER: DeployAction = { effect: 'write', audience: 'kubernetes' };
const APP: DeployAction = { ...WRITE, ownCredential: 'publish-profile' };

/** By the action's name; `azure/static-web-apps-deploy` is absent: it knows tokens of its own only. */
export const ACTIONS: ReadonlyMap<string, DeployAction> = new Map([
  ['azure/webapps-deploy', APP],
  ['azure/webapps-container-deploy', APP],
  ['azure/functions-action', APP],
  ['azure/functions-container-action', APP],
  ['azure/appservice-settings', WRITE],
  ['azure/container-apps-deploy-action', WRITE],
  ['azure/aci-deploy', WRITE],
  ['azure/spring-apps-deploy', WRITE],
  ['azure/spring-cloud-deploy', WRITE],
  ['azure/manage-azure-policy', WRITE],
  ['azure/policy-compliance-scan', READ],
  ['azure/data-factory-deploy-action', WRITE],
  ['azure/acr-build', { ...WRITE, ownCredential: 'service_principal_password' }],
  ['azure/aks-set-context', READ],
  ['azure/k8s-deploy', CLUSTER],
  ['azure/k8s-create-secret', CLUSTER],
  ['azure/get-keyvault-secrets', { effect: 'read', audience: 'key-vault' }],
  ['azure/load-testing', { effect: 'write', audience: 'other' }],
  [
    'azure/appconfiguration-sync',
    { effect: 'write', audience: 'other', ownCredential: 'connectionString' },
  ],
]);
