//! Commands that sign their requests with an account's key unless they are told to use the session.
//! Source: https://learn.microsoft.com/azure/storage/blobs/authorize-data-operations-cli

import type { Audience, Effect } from '../../domain/operation.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import { isMissing, textOf } from '../../domain/value.ts';
import { type AzCommand, hasOption, optionValue } from './command.ts';

const KEY_OPTIONS = [
  '--account-key',
  '--connection-string',
  '--sas-token',
  '--source-account-key',
  '--login',
];

const KEY_VARIABLES = [
  'AZURE_STORAGE_KEY',
  'AZURE_STORAGE_CONNECTION_STRING',
  'AZURE_STORAGE_SAS_TOKEN',
];

export interface Access {
  readonly audience: Audience;
  readonly effect: Effect;
  /** What it does beside what the command's name says. */
  readonly purpose?: string;
}

/** None when a key is given: then nobody's identity is used. */
export function accessesOf(
  command: AzCommand,
  area: { readonly keys: 'storage' | 'other'; readonly access: Access },
  context: Surroundings,
): readonly Access[] {
  if (hasOption(command, ...KEY_OPTIONS)) return [];
  const given = optionValue(command, '--auth-mode', '--auth-type');
  const mode = isMissing(given) ? context.environment('AZURE_STORAGE_AUTH_MODE') : given;
  if (!isMissing(mode) && textOf(mode)?.toLowerCase() !== 'key') return [area.access];
  const isStorage = area.keys === 'storage';
  if (isStorage && KEY_VARIABLES.some(it => !isMissing(context.environment(it)))) return [];
  // Without a key the Azure CLI asks Azure Resource Manager for it, and signs with what it gets.
  return [{ audience: 'arm', effect: 'read', purpose: 'key lookup' }, area.access];
}
