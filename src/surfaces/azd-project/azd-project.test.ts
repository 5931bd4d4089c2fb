//! Hooks and infrastructure of a project, as steps.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { azdProject } from './azd-project.ts';

function bodyOf(text: string): readonly string[] {
  const { declarations } = azdProject.extract(sourceFile('app/azure.yaml', text));
  return declarations.flatMap(it => (it.kind === 'routine' ? outline(it.body).split('\n') : []));
}

const BICEP = ['scope in module-folder()', '  run bicep-file infra/main.bicep'];

it.each<readonly [string, readonly string[]]>([
  ['hooks: {}', BICEP],
  [
    'infra: { path: ./iac/, module: all.bicep }',
    [BICEP[0] ?? '', '  run bicep-file iac/all.bicep'],
  ],
  [
    'infra: { provider: terraform }',
    [
      'scope in module-folder()',
      '  command terraform -chdir=infra init',
      '  command terraform -chdir=infra apply',
      'scope in module-folder()',
      '  command terraform -chdir=infra init',
      '  command terraform -chdir=infra destroy',
    ],
  ],
  [
    'hooks: { preprovision: { run: x.sh }, postprovision: { shell: pwsh, run: a b } }',
    [
      'scope hook `preprovision` in module-folder()',
      '  run script x.sh',
      ...BICEP,
      'scope hook `postprovision` in module-folder()',
      '  powershell a b',
    ],
  ],
  [
    'hooks: { postdeploy: [{ run: a }, { windows: { run: b } }] }',
    [
      ...BICEP,
      'scope hook `postdeploy` in module-folder()',
      '  bash a',
      'scope hook `postdeploy` in module-folder()',
      '  powershell b',
    ],
  ],
  [
    'services: { web: { project: src/web, hooks: { predeploy: { shell: sh, run: ./a.sh x } } } }',
    [...BICEP, 'scope hook `predeploy` in join(module-folder() + /src/web)', '  bash ./a.sh x'],
  ],
])('%s', (text, expected) => {
  expect(
    bodyOf(text).filter(it => it !== 'scope in module-folder()' || expected.includes(it)),
  ).toEqual(expect.arrayContaining([...expected]));
});

it('reads whatever there is', () => {
  const pieces = [
    'hooks:',
    '\n',
    '  postup:',
    ' - ',
    'run: a',
    'shell: sh',
    'infra:',
    'layers:',
    '{',
    '}',
    '[',
    ']',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void bodyOf(text)));
});
