//! The options of `az login`, with the versions of the Azure CLI that know them.
//! Sources: https://learn.microsoft.com/cli/azure/reference-index#az-login,
//! https://learn.microsoft.com/cli/azure/release-notes-azure-cli

import type { OptionRow, OptionTable } from '../../domain/command-line.ts';

interface VersionedRow extends OptionRow {
  /** The first minor version of Azure CLI 2 that has it; all do when absent. */
  readonly since?: number;
}

const flag = (name: string, spellings: readonly string[], since?: number): VersionedRow => ({
  name,
  spellings,
  takesValue: false,
  ...(since === undefined ? {} : { since }),
});

const valued = (name: string, spellings: readonly string[], since?: number): VersionedRow => ({
  ...flag(name, spellings, since),
  takesValue: true,
});

/** Behind the command only: the Azure CLI cannot read `az --debug login`. */
const GLOBALS: readonly VersionedRow[] = [
  flag('help', ['--help', '-h']),
  flag('verbose', ['--verbose']),
  flag('debug', ['--debug']),
  flag('only-show-errors', ['--only-show-errors']),
  valued('output', ['--output', '-o']),
  valued('query', ['--query']),
  flag('acquire-policy-token', ['--acquire-policy-token'], 86),
  valued('change-reference', ['--change-reference'], 86),
];

/** An option of every command that no one may use; it makes shorter abbreviations ambiguous. */
export const INTERNAL = 'cmd';

const OWN: readonly VersionedRow[] = [
  flag(INTERNAL, ['--cmd']),
  valued('username', ['--username', '-u']),
  valued('password', ['--password', '-p']),
  flag('service-principal', ['--service-principal']),
  valued('tenant', ['--tenant', '-t']),
  flag('allow-no-subscriptions', ['--allow-no-subscriptions']),
  flag('identity', ['--identity', '-i']),
  flag('use-device-code', ['--use-device-code']),
  flag('use-cert-sn-issuer', ['--use-cert-sn-issuer']),
  { ...valued('scope', ['--scope']), takesMany: true },
  valued('federated-token', ['--federated-token'], 30),
  valued('certificate', ['--certificate'], 66),
  valued('client-id', ['--client-id'], 69),
  valued('object-id', ['--object-id'], 69),
  valued('resource-id', ['--resource-id'], 69),
  valued('claims-challenge', ['--claims-challenge'], 76),
  valued('subscription', ['--subscription', '-s'], 86),
  flag('skip-subscription-discovery', ['--skip-subscription-discovery', '--skip-sub'], 86),
];

export const NEWEST = Number.POSITIVE_INFINITY;

/** `minor`: of Azure CLI 2. */
export const loginOptions = (minor: number): OptionTable => ({
  style: 'argparse',
  options: [...GLOBALS, ...OWN].filter(row => (row.since ?? 0) <= minor),
});

/** Lower case. */
export const OUTPUTS: ReadonlySet<string> = new Set([
  'json',
  'jsonc',
  'none',
  'table',
  'tsv',
  'yaml',
  'yamlc',
]);
