import { expect, it } from 'vitest';
import { sampleCommand, sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { textOf } from '../../domain/value.ts';
import { pulumi } from './pulumi.ts';

const shown = (effects: ReturnType<typeof pulumi.read>): readonly unknown[] => {
  const [run] = effects?.runs ?? [];
  const [operation] = effects?.operations ?? [];
  return [
    operation?.tool,
    operation?.effect,
    run?.kind === 'routine' ? textOf(run.path) : undefined,
    run?.kind === 'routine' ? run.action : undefined,
  ];
};

it.each([
  ['pulumi up --yes', 'up', 'write', '.', ''],
  ['pulumi up -y -s acme/web/dev', 'up', 'write', '.', 'dev'],
  ['pulumi -C infra preview --stack $STACK', 'preview', 'read', 'infra', ''],
  ['pulumi destroy --cwd=infra', 'destroy', 'write', 'infra', ''],
  ['pulumi refresh -y', 'refresh', 'read', '.', ''],
])('%s', (line, command, effect, path, action) => {
  const effects = pulumi.read(sampleCommand(line), sampleEnvironment());
  expect(shown(effects)).toEqual([`pulumi ${command}`, effect, path, action]);
});

it('takes the stack from the environment', () => {
  const context = sampleEnvironment({ PULUMI_STACK: 'dev' });
  expect(shown(pulumi.read(sampleCommand('pulumi up'), context))[3]).toBe('dev');
});

it.each(['pulumi login', 'pulumi stack select dev', 'pulumi config set a b', 'pulumi up --help'])(
  '%s asks Azure nothing',
  line => {
    const effects = pulumi.read(sampleCommand(line), sampleEnvironment());
    expect(effects).toEqual({ operations: [], runs: [], closes: [] });
  },
);

it.each<readonly [string, Readonly<Record<string, string>>, readonly unknown[]]>([
  [
    'pulumi/actions',
    { command: 'up', 'stack-name': 'dev', 'work-dir': 'infra' },
    ['pulumi up', 'write', 'infra', 'dev'],
  ],
  ['pulumi', { command: 'preview', stack: 'dev' }, ['pulumi preview', 'read', '.', 'dev']],
  [
    'pulumi',
    { command: 'up', azureSubscription: 'prod' },
    ['pulumi up', 'write', undefined, undefined],
  ],
])('%s with %o', (name, inputs, expected) => {
  expect(shown(pulumi.read(sampleComponent(name, inputs), sampleEnvironment()))).toEqual(expected);
});
