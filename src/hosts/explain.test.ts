//! `explain` on a repository of the test: what is a place, what is a name, and what is a mistake.

import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { explainText } from './explain.ts';

const FILES = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.github/workflows/deploy.yml': `on: push
jobs:
  plan:
    runs-on: ubuntu-latest
    steps:
      - run: ./scripts/deploy.sh plan
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: ./scripts/deploy.sh
`,
  'scripts/deploy.sh': 'az login --identity\naz deployment group create -g web -f main.bicep\n',
  'scripts/rotate.sh': 'az keyvault key rotate --vault-name web --name signing\n',
  'main.bicep': `resource warm 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'warm'
  kind: 'AzureCLI'
  identity: { type: 'UserAssigned' }
  properties: { azCliVersion: '2.60.0', scriptContent: 'az webapp restart -n web -g web' }
}
`,
  'README.md': '# Web\n',
  '.github/workflows/broken.yml': 'jobs:\n  deploy\n  runs-on: x\n',
};

const explained = (name: string, folder = '.'): string =>
  explainText([name], `${temporaryFolder(FILES)}/${folder}`, false);

const headsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^.*(?=\n(?:A pipeline|It runs|No pipeline))/gm)].map(([head]) => head);

describe('explain', () => {
  it.each([
    ['.github/workflows/deploy.yml#deploy', ['job `deploy` of .github/workflows/deploy.yml']],
    [
      '.github/workflows/deploy.yml',
      [
        'job `plan` of .github/workflows/deploy.yml',
        'job `deploy` of .github/workflows/deploy.yml',
      ],
    ],
    ['scripts/rotate.sh', ['`scripts/rotate.sh`']],
    ['main.bicep#warm', ['`warm` of main.bicep']],
  ])('tells %s', (name, heads) => {
    expect(headsOf(explained(name))).toEqual(heads);
  });

  it('tells of what runs on its own only that', () => {
    expect(explained('main.bicep#warm')).toMatch(/\n1 operation: 1 ready\.\n/);
    expect(explained('.github/workflows/deploy.yml#plan')).toMatch(/\n2 operations: 2 ready\.\n/);
  });

  it('takes a path from where somebody stands', () => {
    expect(headsOf(explained('rotate.sh', 'scripts'))).toEqual(['`scripts/rotate.sh`']);
    expect(headsOf(explained('../.github/workflows/deploy.yml#plan', 'scripts'))).toHaveLength(1);
  });

  it('goes by the settings of the repository', () => {
    const settings =
      'started-elsewhere:\n  - path: scripts/rotate.sh\n    by: cron on the build server\n';
    const folder = temporaryFolder({ ...FILES, 'mfa-ready.yml': settings });
    expect(explainText(['scripts/rotate.sh'], folder, false)).toContain('cron on the build server');
  });

  it.each([
    [
      '.github/workflows/deploy.yml#deplyo',
      '`.github/workflows/deploy.yml` has no job `deplyo`; it can be `plan` or `deploy`; did you mean `deploy`?',
    ],
    [
      '.github/workflows/deplyo.yml#deploy',
      'there is no file or folder `.github/workflows/deplyo.yml`; did you mean `.github/workflows/deploy.yml`?',
    ],
    [
      'scripts/deploy.sh',
      '`scripts/deploy.sh` does not start by itself; `mfa-ready explain .github/workflows/deploy.yml#deploy` tells what runs it, and 1 more does',
    ],
    ['README.md', 'nothing that signs in to Azure, or does something to it, starts in `README.md`'],
    [
      '.github/workflows/broken.yml',
      'starts in `.github/workflows/broken.yml`, which is not understood in line ',
    ],
    ['deploy', 'nothing is called `deploy`; `mfa-ready explain` lists all names'],
  ])('says of %s what would be right', (name, sentence) => {
    expect(() => explained(name)).toThrow(sentence);
  });
});
