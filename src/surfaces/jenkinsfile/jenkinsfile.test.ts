//! Pipelines to steps, and which files are pipelines.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { jenkinsfile } from './jenkinsfile.ts';

function read(text: string): readonly string[] {
  const { pipelines } = jenkinsfile.extract(sourceFile('Jenkinsfile', text));
  const whole = pipelines[0]?.body[0];
  return whole?.kind === 'scope' ? outline(whole.body).split('\n') : [];
}

it.each([
  ['Jenkinsfile', true],
  ['ci/Jenkinsfile.deploy', true],
  ['aks.jenkinsfile', true],
  ['vars/login.groovy', true],
  ['build.gradle', false],
  ['Jenkinsfile/readme.md', false],
])('%s is one: %s', (path, expected) => {
  expect(jenkinsfile.matches(path, '')).toBe(expected);
});

describe('steps', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["sh 'a'", ['scope', '  bash a']],
    [
      'def x = 1\nsh "a ${x} ${Y} ${env.Z} ${params.P}"',
      [
        'groovy.x=1',
        'scope',
        '  bash a «<variable groovy.x>» «<variable Y>» «<variable Z>» «?held by the platform (`params.P`)»',
      ],
    ],
    [
      "withEnv(['A=b', \"C=${d}\"]) { dir('x') { bat 'y' } }",
      ['scope A=b C=<variable d>', '  scope in x', '    scope', '      batch y'],
    ],
    [
      "withCredentials([[$class: 'X', credentialsId: 'c', usernameVariable: 'U']]) { sh 'a' }",
      ['scope U=?held by the platform (`c`)', '  scope', '    bash a'],
    ],
    [
      "parallel a: { sh 'x' }, b: { pwsh 'y' }",
      ['beside', '  scope', '    bash x', 'beside', '  scope', '    powershell y'],
    ],
    [
      "stage('Go') { if (isUnix()) { sh 'u' } else { bat 'w' } }",
      ['either', '  scope stage `Go`', '    bash u', 'either', '  scope stage `Go`', '    batch w'],
    ],
    [
      "try { error 'x' } catch (e) { throw e } finally { sh 'c' }",
      ['perhaps', '  stop', 'scope', '  bash c'],
    ],
    [
      "post { always { sh 'z' } failure { sh 'f' } }",
      ['scope', '  bash z', 'perhaps', '  scope', '    bash f'],
    ],
    ["['a', 'b'].each { sh it }", ['loop', '  scope', '    bash <variable groovy.it>']],
    [
      "def f(a, b = 'x') { sh a + b }\nf('q', k: 'v')",
      [
        'define',
        '  groovy.a=<argument 1>',
        '  groovy.b=<argument 2 otherwise x>',
        '  scope',
        '    bash «<variable groovy.a>»«<variable groovy.b>»',
        'scope groovy-argument.k=v',
        '  command f()  q',
      ],
    ],
    ["writeFile file: 'x.sh', text: 'az'", ['write x.sh az']],
    ["notify 'a'", ['run jenkins-library vars/notify.groovy', 'command notify() a']],
    [
      "azureCLI commands: [[script: 'az a']], principalCredentialId: 'i'",
      ['component jenkins/azurecli  principalCredentialId=i', 'scope', '  bash az a'],
    ],
  ];
  it.each(cases)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

it.each([
  ["agent any\nnode('linux') {}", ['self-hosted']],
  ["pipeline { agent { label 'linux' } }", ['self-hosted', 'linux']],
  ["node('linux') {}", ['self-hosted', 'linux']],
  ["pipeline { agent { docker { image 'x' } } }", undefined],
])('the runner of %s', (text, expected) => {
  const { pipelines } = jenkinsfile.extract(sourceFile('Jenkinsfile', text));
  const { runner } = pipelines[0] ?? {};
  const items = runner?.kind === 'list' ? runner.items : undefined;
  expect(items?.map(it => (it.kind === 'text' ? it.region.text : ''))).toEqual(expected);
});

it('reads whatever there is', () => {
  const pieces = [
    'stage("x")',
    '{',
    '}',
    '(',
    ')',
    "sh 'a'",
    'when',
    'def f',
    '=',
    ',',
    ': ',
    '\n',
    '"${',
    'environment',
    '[',
    ']',
    'env.X',
    'withEnv',
    '+',
    'each',
    '.',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void read(text)));
});
