//! Which files are Ansible's, and the steps of tasks in their many spellings.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { ansible } from './ansible.ts';

it.each([
  ['site.yml', '- hosts: all\n', true],
  ['site.yml', '---\n# deploys\n\n- name: x\n  hosts: all\n', true],
  ['tasks/main.yml', '- name: x\n  ansible.builtin.shell: az login\n', true],
  ['tasks/main.yml', '- azure_rm_vm: {}\n', true],
  ['tasks/main.yml', '- apt: name=x\n', false],
  ['group_vars/all.yml', 'a: b\n', true],
  ['roles/x/defaults/main.yml', 'a: b\n', true],
  ['azure_vars.yml', 'a: b\n', true],
  ['vars.yml', 'variables:\n  a: b\n', false],
  ['roles/x/meta/main.yml', 'dependencies:\n  - y\n', true],
  ['config.yml', 'hosts: a\n', false],
  ['.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - shell: x\n', false],
])('%s with %j: %s', (path, text, expected) => {
  expect(ansible.matches(path, '') && ansible.recognises?.(text, path)).toBe(expected);
});

function bodyOf(text: string, path = 'tasks.yml'): readonly string[] {
  const { declarations } = ansible.extract(sourceFile(path, text));
  const [first] = declarations;
  return first?.kind === 'routine' ? outline(first.body).split('\n') : [];
}

/** Without the branch between this machine and others. */
const taskOf = (text: string): readonly string[] => {
  const all = bodyOf(text);
  const from = all.indexOf('either');
  const to = all.lastIndexOf('either');
  return from < 0 ? all.slice(1) : all.slice(from + 1, to).map(it => it.slice(2));
};

describe('a task', () => {
  it.each<readonly [string, readonly string[]]>([
    ['- shell: a b', ['scope a task', '  bash a b']],
    ['- name: N\n  command: a {{ b }}', ['scope task `N`', '  bash a «<variable {{ b }}>»']],
    ['- shell: chdir=x creates="y z" a b', ['scope a task in x', '  bash a b']],
    ['- shell: a b\n  args: { chdir: x }', ['scope a task in x', '  bash a b']],
    ['- shell: a b chdir=x', ['scope a task in x', '  bash a b']],
    ['- command: { cmd: a, chdir: x }', ['scope a task in x', '  bash a']],
    ['- command: { argv: [a, b] }', ['scope a task', '  command a b']],
    ['- win_shell: a', ['scope a task', '  powershell a']],
    ['- shell: a\n  args: { executable: /usr/bin/pwsh }', ['scope a task', '  powershell a']],
    ['- ansible.windows.win_powershell: { script: a }', ['scope a task', '  powershell a']],
    ['- action: shell a', ['scope a task', '  bash a']],
    ['- local_action: { module: command, cmd: a }', ['scope a task', '  bash a']],
    ['- script: x.sh a', ['scope a task', '  run script /x.sh', '  run script /files/x.sh']],
    ['- set_fact: { a: b }', ['{{ a }}=b']],
    ['- shell: a\n  when: b == "c"', ['perhaps', '  scope a task', '    bash a']],
    ['- shell: a\n  when: false', []],
    ['- shell: a\n  loop: [b, c]', ['loop', '  scope a task', '    bash a']],
    [
      '- shell: a\n  environment: { B: c }\n  vars: { d: e }',
      ['scope {{ d }}=e B=c', '  scope a task', '    bash a'],
    ],
    [
      '- azure_rm_vm: name=x secret="a b" tenant={{ t }}',
      [
        'scope a task',
        '  component ansible/azure_rm_vm  name=x secret=a b tenant=<variable {{ t }}>',
      ],
    ],
    [
      '- azure.azcollection.azure_rm_vm: { a: b, c: [d] }',
      ['scope a task', '  component ansible/azure_rm_vm  a=b'],
    ],
    [
      '- block: [{ shell: a }]\n  rescue: [{ shell: b }]\n  always: [{ shell: c }]',
      [
        'scope a task',
        '  bash a',
        'perhaps',
        '  scope a task',
        '    bash b',
        'scope a task',
        '  bash c',
      ],
    ],
    [
      '- community.general.terraform: { project_path: x, state: planned }',
      ['scope a task', '  command terraform join(-chdir= + x) plan'],
    ],
    ['- include_tasks: x.yml', ['run ansible-tasks /x.yml']],
    ['- debug: msg="az login"', []],
  ])('%s', (text, expected) => {
    expect(taskOf(text)).toEqual(expected);
  });
});

it('looks for roles beside the role and at the root', () => {
  const found = bodyOf('- include_role: { name: b, tasks_from: c }', 'x/roles/a/tasks/main.yml');
  expect(found.filter(it => it.includes('c.yml'))).toEqual([
    'run ansible-tasks /x/roles/b/tasks/c.yml',
    'run ansible-tasks /x/roles/a/tasks/roles/b/tasks/c.yml',
    'run ansible-tasks /x/roles/a/roles/b/tasks/c.yml',
    'run ansible-tasks /roles/b/tasks/c.yml',
  ]);
});

it('sets a variable before those that use it, and holds what a vault holds', () => {
  const text = 'a: "{{ b }}"\nb: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  1234\n';
  const names = bodyOf(text, 'roles/x/vars/main.yml');
  expect(names).toEqual([
    '{{ b }}=?held by the platform (`Ansible Vault`)',
    '{{ a }}=<variable {{ b }}>',
  ]);
});

it('reads whatever there is', () => {
  const pieces = [
    '- hosts: localhost',
    '\n',
    '  tasks:',
    '    - ',
    '- ',
    'shell: a',
    'block:',
    'when:',
    'roles: ',
    '{{ a',
    '}}',
    '[',
    ']',
    '{',
    '}',
    'include_tasks:',
    'vars:',
    'args:',
    ': ',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(it => it.join(''));
  fc.assert(
    fc.property(
      odd,
      fc.constantFrom('a.yml', 'group_vars/a.yml', 'roles/a/meta/main.yml'),
      (text, path) => {
        ansible.recognises?.(text, path);
        bodyOf(text, path);
      },
    ),
  );
});
