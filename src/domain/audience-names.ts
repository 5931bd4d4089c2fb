//! Whose interface stands behind an address, or behind the resource or scope that a token is asked for.
//! Source: https://learn.microsoft.com/azure/developer/identity/azure-resource-identifiers

import type { Audience } from './operation.ts';

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

/**
 * Applications, whose ids stand for their addresses too.
 * Source: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
const APPLICATIONS: ReadonlyMap<string, Audience> = new Map([
  ['499b84ac-1321-427f-aa17-267ca6975798', 'azure-devops'],
  ['797f4846-ba00-4fd7-ba43-dac1f8f63013', 'arm'],
  ['00000003-0000-0000-c000-000000000000', 'microsoft-graph'],
  ['00000002-0000-0000-c000-000000000000', 'microsoft-graph'],
  ['022907d3-0f1b-48f7-badc-1ba6abab6d66', 'sql'],
  ['e406a681-f3d4-42a8-90b6-c2b029497af1', 'storage'],
  ['cfa8b339-82a2-471a-a3c9-0fc0be7a4093', 'key-vault'],
]);

/** `text` may end where an address goes on unknown; `undefined` when its host is not known. */
export function audienceOfAddress(text: string): Audience | undefined {
  const application = APPLICATIONS.get(text.toLowerCase().slice(0, 36));
  if (application) return application;
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
