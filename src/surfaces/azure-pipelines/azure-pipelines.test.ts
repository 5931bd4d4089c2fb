//! Pipelines and templates to steps, in outline.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { azurePipelines } from './azure-pipelines.ts';
import { isAzurePipeline } from './recognise.ts';

const PATH = 'azure-pipelines.yml';

/** `{{ x }}` is written for `${{ x }}`. */
const factsOf = (lines: readonly string[], path = PATH) =>
  azurePipelines.extract(sourceFile(path, lines.join('\n').replaceAll('{{', '${{')));

const POOL = 'pool: { vmImage: ubuntu-latest }';

/** Those below the scope of the pipeline. */
function stepsOf(...lines: readonly string[]): readonly string[] {
  const { pipelines, problems } = factsOf([POOL, ...lines]);
  expect(problems).toEqual([]);
  return pipelines.flatMap(it => outline(it.body).split('\n').slice(1)).map(it => it.slice(2));
}

describe('what is read', () => {
  it.each([
    [['steps:', '- script: x'], true],
    [['# deploys', 'jobs: # all of them', '', '  - template: a.yml'], true],
    [['stages:', '- ${{ if x }}:', '  - stage: a'], true],
    [['extends:', '  template: a.yml'], true],
    [['variables:', '- group: secrets'], true],
    [['variables:', '  a: b'], true],
    [['steps: ${{ parameters.steps }}'], true],
    [['on: push', 'jobs:', '  a:', '    steps:', '    - run: x'], false],
    [['stages:', '  - build', 'build:', '  script:', '    - x'], false],
    [['variables:', '  a: b', 'build:', '  script: x'], false],
    [['version: 2.1', 'jobs:', '  build:', '    steps:', '      - run: x'], false],
    [['steps:', '- name: gcr.io/cloud-builders/docker'], false],
    [['steps:', '  - command: x'], false],
    [['services:', '  web: {}'], false],
    [['- hosts: all', '  tasks: []'], false],
  ])('%j: %s', (lines, expected) => {
    expect(isAzurePipeline(lines.join('\n'))).toBe(expected);
  });

  it('leaves the workflows of GitHub alone', () => {
    expect(azurePipelines.matches('.github/workflows/a.yml', '')).toBe(false);
    expect(azurePipelines.matches('deploy/a.yaml', '')).toBe(true);
  });
});

describe('a pipeline', () => {
  it.each([
    [['steps:', '- script: x'], ['job']],
    [
      ['jobs:', '- job: a', '- deployment: b', '- job:'],
      ['a', 'b', 'job'],
    ],
    [
      ['stages:', '- stage: s', '  jobs:', '  - job: a', '  - job: a'],
      ['s.a', 's.a 2'],
    ],
    [['stages:', '- template: /a.yml'], ['/a.yml']],
    [['extends:', '  template: a.yml'], ['extends']],
    [
      ['jobs:', '- {{ if eq(1, 2) }}:', '  - job: a', '- {{ else }}:', '  - job: b'],
      ['a', 'b'],
    ],
  ])('%j has %j', (lines, ids) => {
    expect(factsOf([POOL, ...lines]).pipelines.map(it => it.id)).toEqual(ids);
  });

  it('is none when it says only what a template may say', () => {
    const facts = factsOf(['parameters: { a: b }', 'jobs:', '- job: a'], 'templates/jobs.yml');
    expect(facts.pipelines).toEqual([]);
    expect(facts.declarations).toMatchObject([{ type: 'azure-pipelines-template' }]);
  });
});

describe('a step', () => {
  it.each([
    [['- script: x'], ['scope a step in /.', '  bash x']],
    [
      ['- pwsh: x', '  displayName: Go'],
      ['scope step `Go` in /.', '  powershell x'],
    ],
    [
      ['- bash: x', '  workingDirectory: infra', '  env: { A: $(a.b) }'],
      [
        'scope a step in join(/./ + infra) A=coalesce(<variable A_B>, <variable SECRET.A_B>, ?held by the platform (`a.b`))',
        '  bash x',
      ],
    ],
    [['- checkout: self'], []],
    [['- script: x', '  enabled: false'], []],
    [
      ['- script: x', '  condition: succeeded()'],
      ['scope a step in /.', '  bash x'],
    ],
    [
      ['- script: x', '  condition: failed()'],
      ['perhaps', '  scope a step in /.', '    bash x'],
    ],
    [
      ['- {{ each s in parameters.steps }}:', '  - script: {{ s.run }}'],
      ['loop', '  scope a step in /.', '    bash <variable each s>.run'],
    ],
    [
      ['- template: sub/a.yml@self', '  parameters: { Who: me }'],
      ['run azure-pipelines-template ./sub/a.yml who=me'],
    ],
  ])('%j', (lines, expected) => {
    expect(stepsOf('steps:', ...lines)).toEqual(expected);
  });

  it.each([
    ['AzureCLI@2', 'scriptType: pscore, inlineScript: x', 'powershell x'],
    [
      'AzureCLI@2',
      'scriptType: bash, scriptLocation: scriptPath, scriptPath: a.sh',
      'run script a.sh',
    ],
    ['AzurePowerShell@5', 'ScriptType: InlineScript, Inline: x', 'powershell x'],
    ['PowerShell@2', 'targetType: inline, script: x', 'powershell x'],
    ['Bash@3', 'filePath: a.sh', 'run script a.sh'],
    ['CmdLine@2', 'script: x', 'bash x'],
    ['CmdLine@1', 'filename: az, arguments: login -u a', 'command az login -u a'],
  ])('%s %s', (task, inputs, expected) => {
    const steps = stepsOf('steps:', `- task: ${task}`, `  inputs: { ${inputs} }`);
    expect(steps.at(-1)?.trim()).toBe(expected);
  });

  it('knows macros from commands of the shell', () => {
    const [, script] = stepsOf('steps:', '- bash: cd $(pwd) && x $(Build.SourcesDirectory) $(a)');
    expect(script).toBe(
      '  bash cd $(pwd) && x «/.» «coalesce(<variable A>, <variable SECRET.A>, ?held by the platform (`a`))»',
    );
  });
});

it('never throws', () => {
  const leaf = fc.constantFrom(
    '',
    'a',
    '{{ parameters.a }}',
    '$(a)',
    '$[ a ]',
    'a@b',
    'AzureCLI@2',
  );
  const words =
    'stages stage jobs job deployment steps script bash task inputs template parameters variables name value default pool vmImage condition strategy matrix runOnce deploy extends env azureSubscription inlineScript scriptPath';
  const blocks = ['{{ if eq(a, b) }}', '{{ else }}', '{{ each a in b }}', '{{ insert }}'];
  const key = fc.constantFrom(...words.split(' '), ...blocks);
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, tree, { maxKeys: 5 }), root => {
      const text = JSON.stringify(root);
      factsOf([text]);
      factsOf([`{"steps": ${text}}`], 'a.yml');
      factsOf([text.slice(0, text.length / 2)]);
    }),
    { numRuns: 200 },
  );
});
