//! Composite actions to the routines they are.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionText, outline } from '../../../test/outline.ts';
import type { FileFacts } from '../../domain/facts.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { githubAction } from './github-action.ts';

const factsOf = (text: string, path = '.github/actions/sign-in/action.yml'): FileFacts =>
  githubAction.extract(sourceFile(path, text));

const COMPOSITE = `inputs:
  User-Name: { description: who, required: true }
  tenant: { default: contoso }
  note: {}
outputs:
  id: { value: "\${{ steps.a.outputs.id }}" }
runs:
  using: composite
  steps:
    - id: a
      shell: bash
      run: \${{ github.action_path }}/in.sh \${{ inputs.user-name }}
    - run: Connect-AzAccount
      shell: pwsh
    - uses: ./.github/actions/other
`;

describe('matches', () => {
  it.each([
    ['action.yml', true],
    ['a/b/action.yaml', true],
    ['.github/workflows/action.yml', false],
    ['my-action.yml', false],
  ])('%s: %s', (path, expected) => {
    expect(githubAction.matches(path, '')).toBe(expected);
  });
});

describe('a composite action', () => {
  const [routine] = factsOf(COMPOSITE).declarations;

  it('is a routine of its folder', () => {
    expect(routine?.kind === 'routine' && [routine.type, routine.path]).toEqual([
      'github-action',
      '.github/actions/sign-in',
    ]);
    expect(factsOf(COMPOSITE, 'action.yml').declarations[0]?.path).toBe('.');
  });

  it('has its inputs as parameters', () => {
    const parameters = routine?.kind === 'routine' ? routine.parameters : [];
    expect(parameters.map(it => [it.name, it.fallback && expressionText(it.fallback)])).toEqual([
      ['user-name', undefined],
      ['tenant', 'contoso'],
      ['note', ''],
    ]);
  });

  it('runs its steps at the root of the repository and gives its outputs', () => {
    expect(outline(routine?.kind === 'routine' ? routine.body : []).split('\n')).toEqual([
      'scope in /. GITHUB_ACTION_PATH=/.github/actions/sign-in',
      '  scope step `a`',
      '    bash «/.github/actions/sign-in»/in.sh «<input user-name>»',
      '  scope step 2',
      '    powershell Connect-AzAccount',
      '  scope step 3',
      '    run github-action ./.github/actions/other',
      '  gives  id=<output a.id>',
    ]);
  });
});

describe('another action', () => {
  it.each(['name: something else\n', '- a\n', ''])('%j says nothing', text => {
    const { declarations, problems } = factsOf(text);
    expect([declarations, problems]).toEqual([[], []]);
  });

  it.each([
    'runs: { using: node24, main: dist/index.js }\n',
    'runs: { using: docker, image: Dockerfile }\n',
  ])('%j is here, and nothing of it is read', text => {
    const { declarations, problems } = factsOf(text);
    expect(problems).toEqual([]);
    expect(declarations).toMatchObject([{ path: '.github/actions/sign-in', body: [] }]);
  });

  it('with steps that are no list has a problem', () => {
    expect(
      factsOf('runs:\n  using: composite\n  steps: x\n').problems.map(it => it.message),
    ).toEqual(['`steps` is a single value, not a list, and was not read']);
    expect(factsOf('runs: x\n').problems).toHaveLength(1);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.nat(COMPOSITE.length), fc.string({ maxLength: 4 }), (at, text) => {
        factsOf(COMPOSITE.slice(0, at) + text + COMPOSITE.slice(at));
        factsOf(COMPOSITE.slice(at));
      }),
      { numRuns: 100 },
    );
  });
});
