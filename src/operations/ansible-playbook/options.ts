//! The options of `ansible-playbook`.
//! Source: https://docs.ansible.com/ansible/latest/cli/ansible-playbook.html

import type { OptionRow, OptionTable } from '../../domain/command-line.ts';

const row = (name: string, takesValue: boolean, ...others: readonly string[]): OptionRow => ({
  name,
  spellings: [`--${name}`, ...others],
  takesValue,
});

const SWITCHES = [
  'ask-vault-password',
  'diff',
  'flush-cache',
  'force-handlers',
  'list-hosts',
  'list-tags',
  'list-tasks',
  'step',
  'syntax-check',
  'version',
];

const VALUED = [
  'become-method',
  'become-password-file',
  'become-user',
  'connection-password-file',

  'scp-extra-args',
  'sftp-extra-args',
  'skip-tags',
  'ssh-common-args',
  'ssh-extra-args',
  'start-at-task',
  'vault-id',
];

export const OPTIONS: OptionTable = {
  style: 'argparse',
  options: [
    ...SWITCHES.map(it => row(it, false)),
    ...VALUED.map(it => row(it, true)),
    row('ask-become-pass', false, '-K'),
    row('ask-pass', false, '-k'),
    row('ask-vault-pass', false, '-J'),
    row('become', false, '-b'),
    row('check', false, '-C'),
    row('connection', true, '-c'),
    row('extra-vars', true, '-e'),
    row('forks', true, '-f'),
    row('help', false, '-h'),
    row('inventory', true, '-i', '--inventory-file'),
    row('limit', true, '-l'),
    row('mode', true, '-m'),
    row('module-path', true, '-M'),
    row('private-key', true, '--key-file'),
    row('tags', true, '-t'),
    row('timeout', true, '-T'),
    row('user', true, '-u'),
    row('vault-password-file', true, '--vault-pass-file'),
    row('verbose', false, '-v'),
  ],
};
