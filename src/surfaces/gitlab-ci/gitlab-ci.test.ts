//! Jobs to steps, what is a job, and which files are pipelines.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { gitlabCi } from './gitlab-ci.ts';

const extract = (text: string, path = '.gitlab-ci.yml') => gitlabCi.extract(sourceFile(path, text));

function bodyOf(text: string): readonly string[] {
  const whole = extract(text).pipelines.find(it => it.id === 'a')?.body[0];
  return whole?.kind === 'scope' ? outline(whole.body).split('\n') : [];
}

it.each([
  ['.gitlab-ci.yml', '', true],
  ['web/.gitlab-ci.yaml', '', true],
  ['ci/azure.gitlab-ci.yml', '', true],
  ['.gitlab/ci/azure.yml', '', true],
  ['gitlab-ci/azure.yml', '', true],
  ['.gitlab/issue_templates/bug.md', '', false],
  ['ci/deploy.yml', 'deploy:\n  stage: deploy\n  script:\n    - az login\n', true],
  ['ci/deploy.yml', '.login:\n  # in front\n  before_script: az login\n  tags: [azure]\n', true],
  ['.travis.yml', 'stages: [a]\nscript: az login\nbefore_script:\n  - stage: b\n', false],
  ['bitbucket-pipelines.yml', 'pipelines:\n  default:\n    - step:\n        script: [x]\n', false],
  ['ci/values.yml', 'deploy:\n  script: x\n', false],
])('%s that says %j is one: %s', (path, text, expected) => {
  const isCandidate = gitlabCi.matches(path, '');
  expect(isCandidate && gitlabCi.recognises?.(text, path)).toBe(expected);
});

describe('a job', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['a: { script: x }', ['scope', '  bash x']],
    [
      'a: { script: [x, [y]], after_script: [z] }',
      ['scope', '  bash x', '  bash y', 'scope', '  bash z'],
    ],
    ['a: { script: x, tags: [saas-windows-medium-amd64] }', ['scope', '  powershell x']],
    ['before_script: [b]\na: { script: x }', ['scope', '  bash b', '  bash x']],
    [
      'default: { before_script: [b] }\na: { script: x, inherit: { default: false } }',
      ['scope', '  bash x'],
    ],
    [
      '.b: { script: b, before_script: [c] }\na: { extends: .b, script: x }',
      ['scope', '  bash c', '  bash x'],
    ],
    ['.b: { script: b }\n.c: { script: c }\na: { extends: [.b, .c] }', ['scope', '  bash c']],
    [
      '.b: { script: [b] }\na:\n  script:\n    - !reference [.b, script]\n    - x',
      ['scope', '  bash b', '  bash x'],
    ],
    [
      'a:\n  script:\n    - !reference [.b, script]',
      ['scope', '  run gitlab-job-part gitlab/.b/script'],
    ],
    ['a: { run: [{ name: b, script: x }] }', ['scope', '  bash x']],
    [
      'variables: { V: 1 }\na: { variables: { W: "$V/x", V: { value: 2 } }, script: x }',
      ['V=2', 'W=«<variable V>»/x', 'scope', '  bash x'],
    ],
    [
      'a: { id_tokens: { T: { aud: x } }, script: x }',
      ['T=?held by the platform (`id_tokens.T`)', 'scope', '  bash x'],
    ],
    ['.b: &b { variables: { V: 1 } }\na: { <<: *b, script: x }', ['V=1', 'scope', '  bash x']],
    ['a: { extends: a, script: x }', ['scope', '  bash x']],
    ['a: { trigger: other/project }', []],
    ['variables: { script: x }', []],
    ['.a: { script: x }', []],
  ];
  it.each(cases)('%s', (text, expected) => {
    expect(bodyOf(text)).toEqual(expected);
  });
});

it('leaves files of other tools in its folders alone', () => {
  expect(extract('a: { b: c }', '.gitlab/agents/x/config.yaml').problems).toEqual([]);
  expect(extract('a: [', '.gitlab/x.yml').problems).toEqual([]);
});

it('names the labels of the runner', () => {
  const [job] = extract('a: { tags: [azure, linux], script: x }').pipelines;
  expect(job?.runner?.kind === 'list' && job.runner.items.length).toBe(2);
});

it('reads whatever there is', () => {
  const pieces = [
    'a:',
    ' script:',
    '\n',
    '  - ',
    '!reference [a, script]',
    'extends: a',
    '$[[ inputs.x ]]',
    '$X',
    ': ',
    'variables',
    '{',
    '}',
    '[',
    ']',
    '---',
    '.b',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void extract(text)));
});
