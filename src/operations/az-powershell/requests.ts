//! `Invoke-AzRestMethod` and `Get-AzAccessToken`: a request or a token for whatever address they are given.
//! Source: https://learn.microsoft.com/powershell/module/az.accounts/invoke-azrestmethod

import { type CmdletLine, cmdletParameters } from '../../domain/cmdlet-line.ts';
import type { Audience, Effect } from '../../domain/operation.ts';
import { isMissing, textOf, type Value } from '../../domain/value.ts';
import { effectOfMethod } from '../request-effect.ts';

export const REST_PARAMETERS = cmdletParameters([
  'Method',
  'Path',
  'Uri',
  'ResourceId',
  'Payload',
  'ResourceGroupName',
  'ResourceProviderName',
  'ResourceType',
  'SubscriptionId',
  'ApiVersion',
]);

export function restRequest(line: CmdletLine) {
  const method = line.value('Method');
  const text = textOf(method) ?? '';
  const effect: Effect = isMissing(method) ? 'read' : effectOfMethod(text);
  const audience = line.has('Uri') ? audienceAt(line.value('Uri')) : 'arm';
  return { effect, audience, isPost: text.toLowerCase() === 'post' } as const;
}

const HOSTS: readonly (readonly [host: RegExp, audience: Audience])[] = [
  [/^https:\/\/management\./i, 'arm'],
  [/^https:\/\/graph\.(?:microsoft|windows|chinacloudapi)\./i, 'microsoft-graph'],
  [/\.vault\.azure\.(?:net|cn)/i, 'key-vault'],
  [/^https:\/\/(?:storage\.|\S+\.core\.)/i, 'storage'],
  [/\bdatabase\.windows\.net/i, 'sql'],
  [/^https:\/\/(?:app\.vssps\.|dev\.azure\.)|499b84ac-1321/i, 'azure-devops'],
];

function audienceAt(address: Value<string>): Audience {
  const text = textOf(address);
  if (text === undefined) return 'unknown';
  return HOSTS.find(([host]) => host.test(text))?.[1] ?? 'other';
}

export const TOKEN_PARAMETERS = cmdletParameters([
  'ResourceTypeName',
  'ResourceUrl Resource ResourceUri',
  'TenantId',
  '!AsSecureString',
]);

const TYPES: ReadonlyMap<string, Audience> = new Map([
  ['arm', 'arm'],
  ['aadgraph', 'microsoft-graph'],
  ['msgraph', 'microsoft-graph'],
  ['keyvault', 'key-vault'],
  ['storage', 'storage'],
]);

/** What the token is used for is not followed; fetching it changes nothing. */
export function tokenAudience(line: CmdletLine): Audience {
  if (line.has('ResourceUrl')) return audienceAt(line.value('ResourceUrl'));
  const type = line.value('ResourceTypeName');
  if (isMissing(type)) return 'arm';
  return TYPES.get(textOf(type)?.toLowerCase() ?? '') ?? 'unknown';
}
