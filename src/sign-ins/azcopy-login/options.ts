//! AzCopy's commands and the options of `azcopy login`.
//! Source: https://github.com/Azure/azure-storage-azcopy/blob/main/cmd/login.go

import type { OptionRow, OptionTable } from '../../domain/command-line.ts';

/** Commands that ask a storage account for something. */
export const TRANSFERS: ReadonlySet<string> = new Set([
  'benchmark',
  'bench',
  'copy',
  'cp',
  'c',
  'list',
  'ls',
  'l',
  'make',
  'mk',
  'remove',
  'rm',
  'r',
  'set-properties',
  'set-props',
  'sync',
  'sc',
  's',
]);

const row = (name: string, takesValue: boolean): OptionRow => ({
  name,
  spellings: [`--${name}`],
  takesValue,
});

export const LOGIN_OPTIONS: OptionTable = {
  style: 'pflag',
  options: [
    row('aad-endpoint', true),
    row('application-id', true),
    row('cap-mbps', true),
    row('certificate-path', true),
    row('identity', false),
    row('identity-client-id', true),
    row('identity-object-id', true),
    row('identity-resource-id', true),
    row('log-level', true),
    row('login-type', true),
    row('output-level', true),
    row('output-type', true),
    row('service-principal', false),
    row('skip-version-check', false),
    row('tenant-id', true),
    row('trusted-microsoft-suffixes', true),
    { name: 'help', spellings: ['--help', '-h'], takesValue: false },
    row('status', false),
  ],
};
