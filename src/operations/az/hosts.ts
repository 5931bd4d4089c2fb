//! Whose interface stands behind an address, for `az rest` and `az account get-access-token`.
//! Source: https://learn.microsoft.com/azure/developer/identity/azure-resource-identifiers

import type { Audience } from '../../domain/operation.ts';

/** The end of a host's name. */
const HOSTS: readonly (readonly [suffix: string, audience: Audience])[] = [
  ['management.azure.com', 'arm'],
  ['management.core.windows.net', 'arm'],
  ['management.usgovcloudapi.net', 'arm'],
  ['management.core.usgovcloudapi.net', 'arm'],
  ['management.chinacloudapi.cn', 'arm'],
  ['management.core.chinacloudapi.cn', 'arm'],
  ['management.microsoftazure.de', 'arm'],
  ['graph.microsoft.com', 'microsoft-graph'],
  ['graph.microsoft.us', 'microsoft-graph'],
  ['graph.chinacloudapi.cn', 'microsoft-graph'],
  ['graph.windows.net', 'microsoft-graph'],
  ['vault.azure.net', 'key-vault'],
  ['managedhsm.azure.net', 'key-vault'],
  ['storage.azure.com', 'storage'],
  ['blob.core.windows.net', 'storage'],
  ['dfs.core.windows.net', 'storage'],
  ['queue.core.windows.net', 'storage'],
  ['table.core.windows.net', 'storage'],
  ['file.core.windows.net', 'storage'],
  ['database.windows.net', 'sql'],
  ['ossrdbms-aad.database.windows.net', 'sql'],
  ['dev.azure.com', 'azure-devops'],
  ['visualstudio.com', 'azure-devops'],
  ['azurecr.io', 'container-registry'],
  ['crm.dynamics.com', 'power-platform'],
  ['api.bap.microsoft.com', 'power-platform'],
  ['service.powerapps.com', 'power-platform'],
  ['outlook.office365.com', 'microsoft-365'],
  ['sharepoint.com', 'microsoft-365'],
];

/** The application of Azure DevOps, which stands for its address: it has many hosts. */
const DEVOPS = '499b84ac-1321-427f-aa17-267ca6975798';

/** `text` may end where an address goes on unknown; `undefined` when its host is not known. */
export function audienceOfAddress(text: string): Audience | undefined {
  if (text.toLowerCase().startsWith(DEVOPS)) return 'azure-devops';
  if (text.startsWith('/')) return 'arm'; // relative: the Azure CLI puts Azure Resource Manager's host in front
  const host = /^https:\/\/([^/?#]+)(?=[/?#]|$)/i.exec(text)?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  const row = HOSTS.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`));
  return row?.[1] ?? 'other';
}

const RESOURCE_TYPES: ReadonlyMap<string, Audience> = new Map([
  ['arm', 'arm'],
  ['aad-graph', 'microsoft-graph'],
  ['ms-graph', 'microsoft-graph'],
  ['oss-rdbms', 'sql'],
  ['batch', 'other'],
  ['data-lake', 'other'],
  ['media', 'other'],
]);

export const audienceOfResourceType = (type: string): Audience | undefined =>
  RESOURCE_TYPES.get(type.toLowerCase());
