import { expect, it } from 'vitest';
import { sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { githubActionsAzure } from './github-actions-azure.ts';

const read = (name: string, variables: Readonly<Record<string, string>> = {}) =>
  githubActionsAzure.read(
    sampleComponent(`azure/github-actions/${name}`),
    sampleEnvironment(variables),
  );

it.each([
  ['arm', 'write'],
  ['azure-template-deployment', 'write'],
  ['aks', 'read'],
  ['webapp', 'write'],
  ['web-app-deploy', 'write'],
  ['functions', 'write'],
  ['containerwebapp', 'write'],
])('%s', (name, effect) => {
  expect(read(name)?.operations).toMatchObject([
    { tool: `azure/github-actions/${name}`, effect, audience: 'arm', sessions: ['azure-cli'] },
  ]);
});

it('runs a file, else a text', () => {
  expect(read('cli', { AZURE_SCRIPT: 'az group list' })?.runs).toMatchObject([
    { kind: 'script', source: { value: 'az group list' }, session: 'shared' },
  ]);
  const both = read('cli', { AZURE_SCRIPT: 'az login', AZURE_SCRIPT_PATH: '/deploy.sh' });
  expect(both?.runs).toMatchObject([
    {
      kind: 'steps',
      steps: [{ kind: 'run', routine: 'script', path: { region: { text: 'deploy.sh' } } }],
    },
  ]);
});

it('follows a template of the repository that it deploys', () => {
  const file = { AZURE_TEMPLATE_LOCATION: 'web.json', AZURE_TEMPLATE_PARAM_FILE: 'web.p.json' };
  expect(read('arm', file)?.runs).toMatchObject([
    { type: 'bicep-file', path: { value: 'web.json' }, valueFiles: [{ value: 'web.p.json' }] },
  ]);
  expect(read('arm', { ...file, AZURE_RG_COMMAND: 'DELETE' })?.runs).toEqual([]);
  expect(read('arm', { AZURE_TEMPLATE_LOCATION: 'https://x/web.json' })?.runs).toEqual([]);
});

it('asks Azure for nothing where it is given a configuration of the cluster', () => {
  expect(read('aks', { KUBE_CONFIG_DATA: '$secret' })?.operations).toEqual([]);
});

it('is nothing to other actions', () => {
  expect(read('boards')).toBeUndefined();
});
