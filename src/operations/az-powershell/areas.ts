//! Whose interface a cmdlet of Azure PowerShell calls, by the noun in its name, and which of them call none.
//! Source: https://learn.microsoft.com/powershell/azure/new-azureps-module-az

import type { Audience } from '../../domain/operation.ts';

/** The noun in lower case, without `Az` or `AzureRm`. */
const AREAS: readonly (readonly [noun: RegExp, audience: Audience])[] = [
  [/^ad(?:app|sp|serviceprincipal|user|group|organization)/, 'microsoft-graph'],
  [/^keyvault(?:secret|key(?!vault)|certificate|managedstorage|managedhsmkey|role)/, 'key-vault'],
  [/^(?:storage(?:blob|container|queue|table|share|file|directory|cors)|datalakegen2)/, 'storage'],
];

export const audienceOf = (noun: string): Audience =>
  AREAS.find(([pattern]) => pattern.test(noun))?.[1] ?? 'arm';

/** They put objects together, or change settings of this machine. */
const LOCAL: readonly RegExp[] = [
  /(?:config|object|condition|definitionobject|parameterobject)$/,
  /^(?:context|contextautosave|subscription|environment|profile|default|module|enviroment)$/,
  /^(?:storagecontext|currentstorageaccount|rmalias|dataccollection|datacollection|survey)$/,
  /^vm(?:operatingsystem|sourceimage|osdisk|datadisk|bootdiagnostics?|plan|sshpublickey|networkinterface|secret|additionalunattendcontent|securityprofile|uefi)$/,
  /^vmss(?:storageprofile|osprofile|networkinterfaceconfiguration|sshpublickey)$/,
];

/** Told with the verb: `Get-AzSubscription` asks, `Select-AzSubscription` does not. */
export const isLocal = (verb: string, noun: string): boolean =>
  verb !== 'get' && LOCAL.some(it => it.test(noun));
