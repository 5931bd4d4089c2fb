import { describe, expect, it } from 'vitest';
import { sampleCommand, sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { textOf } from '../../domain/value.ts';
import { ansiblePlaybook } from './ansible-playbook.ts';

const read = (line: string) => ansiblePlaybook.read(sampleCommand(line), sampleEnvironment());

const pathsOf = (effects: ReturnType<typeof read>): readonly (string | undefined)[] =>
  (effects?.runs ?? []).map(it => (it.kind === 'routine' ? textOf(it.path) : undefined));

describe('ansible-playbook', () => {
  it.each([
    ['ansible-playbook site.yml', ['site.yml']],
    ['ansible-playbook -i hosts -vvv a/site.yml b.yml --tags x', ['a/site.yml', 'b.yml']],
    ['ansible-playbook -e a=b --extra-vars "c=d e=f" site.yml', ['site.yml']],
    ['ansible-navigator run site.yml -m stdout', ['site.yml']],
    ['ansible-playbook --syntax-check site.yml', []],
  ])('%s runs %s', (line, paths) => {
    expect(pathsOf(read(line))).toEqual(paths);
  });

  it.each<readonly [string, Readonly<Record<string, string | undefined>>]>([
    ['-e a=b', { a: 'b' }],
    ['-ea=b', { a: 'b' }],
    ['--extra-vars=a=b', { a: 'b' }],
    ['--extra-vars "a=b c=d"', { a: 'b', c: 'd' }],
    ['-e a=$X', { a: undefined }],
    ['-e {"a":"b"}', {}],
    ['-e @vars.yml', {}],
    ['-c local', { ansible_connection: 'local' }],
    ['-i localhost,', { ansible_connection: 'local' }],
    ['-i hosts', {}],
  ])('%s sets %o', (options, expected) => {
    const [run] = read(`ansible-playbook site.yml ${options}`)?.runs ?? [];
    const set = run?.kind === 'routine' ? [...(run.environment ?? [])] : [];
    const shown = set.map(([name, value]) => [name, textOf(value)]);
    expect(shown).toEqual(Object.entries(expected).map(([name, it]) => [`{{ ${name} }}`, it]));
  });

  it('is nothing to other commands', () => {
    expect(read('ansible-galaxy install x')).toBeUndefined();
  });
});

it('reads actions and tasks', () => {
  const action = sampleComponent('dawidd6/action-ansible-playbook', {
    playbook: 'site.yml',
    directory: './ansible/',
  });
  expect(pathsOf(ansiblePlaybook.read(action, sampleEnvironment()))).toEqual([
    './ansible/site.yml',
  ]);
});
