//! The options of Pulumi that say where, for which stack, and those that take a value.
//! Source: https://www.pulumi.com/docs/iac/cli/commands/pulumi_up/

import type { OptionRow, OptionTable } from '../../domain/command-line.ts';

const row = (name: string, takesValue: boolean, short?: string): OptionRow => ({
  name,
  spellings: short === undefined ? [`--${name}`] : [`--${name}`, short],
  takesValue,
});

const SWITCHES = [
  'continue-on-error',
  'diff',
  'emoji',
  'expect-no-changes',
  'json',
  'logflow',
  'logtostderr',
  'non-interactive',
  'preview-only',
  'remove',
  'run-program',
  'show-config',
  'show-full-output',
  'show-reads',
  'show-replacement-steps',
  'show-sames',
  'show-secrets',
  'suppress-outputs',
  'suppress-permalink',
  'suppress-progress',
  'target-dependents',
];

const VALUED = [
  'color',
  'config-file',
  'exclude',
  'import-file',
  'memprofilerate',
  'plan',
  'policy-pack',
  'policy-pack-config',
  'profiling',
  'replace',
  'save-plan',
  'secrets-provider',
  'target',
  'target-replace',
  'tracing',
];

export const OPTIONS: OptionTable = {
  style: 'pflag',
  options: [
    ...SWITCHES.map(it => row(it, false)),
    ...VALUED.map(it => row(it, true)),
    row('config', true, '-c'),
    row('cwd', true, '-C'),
    row('debug', false, '-d'),
    row('disable-integrity-checking', false),
    row('fully-qualify-stack-names', false, '-Q'),
    row('help', false, '-h'),
    row('message', true, '-m'),
    row('parallel', true, '-p'),
    row('refresh', false, '-r'),
    row('skip-preview', false, '-f'),
    row('stack', true, '-s'),
    row('verbose', true, '-v'),
    row('yes', false, '-y'),
  ],
};
