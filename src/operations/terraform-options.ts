//! The options of Terraform and OpenTofu that say where, with which values, and how.
//! Source: https://developer.hashicorp.com/terraform/cli/commands/plan

import type { OptionRow, OptionTable } from '../domain/command-line.ts';

const row = (name: string, takesValue: boolean): OptionRow => ({
  name,
  spellings: [`-${name}`],
  takesValue,
});

const SWITCHES = [
  'auto-approve',
  'compact-warnings',
  'destroy',
  'detailed-exitcode',
  'force-copy',
  'get',
  'h',
  'help',
  'input',
  'json',
  'lock',
  'migrate-state',
  'no-color',
  'raw',
  'reconfigure',
  'refresh',
  'refresh-only',
  'upgrade',
  'backend',
  'verify-plugins',
  'get-plugins',
  'force',
  'allow-missing',
  'allow-missing-config',
];

const VALUED = [
  'backend-config',
  'backup',
  'cloud',
  'exclude',
  'filter',
  'from-module',
  'generate-config-out',
  'lock-timeout',
  'lockfile',
  'module-depth',
  'out',
  'parallelism',
  'plugin-dir',
  'replace',
  'state',
  'state-out',
  'target',
  'test-directory',
  'var',
  'var-file',
];

export const GLOBAL_OPTIONS: OptionTable = {
  style: 'go-flag',
  options: [
    row('chdir', true),
    row('help', false),
    row('h', false),
    row('version', false),
    row('v', false),
  ],
};

export const OPTIONS: OptionTable = {
  style: 'go-flag',
  options: [...SWITCHES.map(it => row(it, false)), ...VALUED.map(it => row(it, true))],
};
