//! Workflows to their pipelines and routines.

import { describe, expect, it } from 'vitest';
import { expressionText, outline } from '../../../test/outline.ts';
import type { FileFacts } from '../../domain/facts.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { githubWorkflow } from './github-workflow.ts';

const PATH = '.github/workflows/deploy.yml';

/** `{{ x }}` is written for `${{ x }}`. */
const factsOf = (text: string): FileFacts =>
  githubWorkflow.extract(sourceFile(PATH, text.replaceAll('{{', '${{')));

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** The body of the only job. */
const bodyOf = (...job: readonly string[]): string[] => {
  const body = job.map(line => `    ${line}`);
  const { pipelines, problems } = factsOf(lines('on: push', 'jobs:', '  deploy:', ...body));
  expect(problems).toEqual([]);
  return outline(pipelines[0]?.body ?? []).split('\n');
};

describe('matches', () => {
  it.each([
    ['.github/workflows/a.yml', true],
    ['.github/workflows/a.yaml', true],
    ['fixtures/x/.github/workflows/a.yml', true],
    ['.github/workflows/x/a.yml', false],
    ['.github/dependabot.yml', false],
    ['workflows/a.yml', false],
  ])('%s: %s', (path, expected) => {
    expect(githubWorkflow.matches(path, '')).toBe(expected);
  });
});

describe('a job', () => {
  it('has a title, a runner, and the environments of workflow and job', () => {
    const { pipelines } = factsOf(
      lines(
        'on: push',
        'env: { A: 1, B: x }',
        'jobs:',
        '  deploy:',
        '    runs-on: [self-hosted, linux]',
        '    container: { image: i, env: { D: 4 } }',
        '    env: { B: "{{ env.A }}" }',
        '    steps:',
        '      - run: az login',
      ),
    );
    const [job] = pipelines;
    expect([job?.id, job?.title, job?.reach]).toEqual(['deploy', 'job `deploy`', 'pipeline']);
    expect(job?.runner && expressionText(job.runner)).toBe('[self-hosted, linux]');
    expect(outline(job?.body ?? [])).toBe(
      'scope job in /. A=1 B=x D=4 B=<variable A>\n  scope step 1\n    bash az login',
    );
  });

  it.each([
    ['windows-latest', 'powershell'],
    ['[self-hosted, Windows]', 'powershell'],
    ['{ group: windows-runners }', 'powershell'],
    ['ubuntu-latest', 'bash'],
    ['"{{ vars.RUNNER }}"', 'bash'],
  ])('on %s runs %s', (runner, language) => {
    const body = bodyOf(`runs-on: ${runner}`, 'steps:', '  - run: x');
    expect(body[2]?.trim()).toBe(`${language} x`);
  });

  it('gives its steps a shell and a folder, and takes its own before those of the workflow', () => {
    const { pipelines } = factsOf(
      lines(
        'on: push',
        'defaults: { run: { shell: pwsh, working-directory: a } }',
        'jobs:',
        '  deploy:',
        '    defaults: { run: { working-directory: b } }',
        '    steps:',
        '      - run: x',
        '      - uses: azure/login@v2',
      ),
    );
    expect(
      outline(pipelines[0]?.body ?? [])
        .split('\n')
        .slice(1),
    ).toEqual([
      '  scope step 1 in b',
      '    powershell x',
      '  scope step 2',
      '    component azure/login v2',
    ]);
  });

  it('that is a workflow of the repository runs it', () => {
    expect(bodyOf('uses: ./.github/workflows/apply.yml', 'with: { Stage: prod }')[1]).toBe(
      '  run github-workflow ./.github/workflows/apply.yml stage=prod',
    );
  });

  it('that is a workflow of elsewhere is a component', () => {
    expect(bodyOf('uses: Acme/ci/.github/workflows/x.yml@v1', 'with: { Stage: prod }')[1]).toBe(
      '  component acme/ci/.github/workflows/x.yml v1 Stage=prod',
    );
  });

  it('that never runs is left out', () => {
    expect(factsOf('on: push\njobs:\n  a:\n    if: false\n    steps: []\n').pipelines).toEqual([]);
  });
});

describe('a reusable workflow', () => {
  const text = lines(
    'on:',
    '  workflow_call:',
    '    inputs:',
    '      Stage: { type: string, default: dev }',
    '      user: { type: string, required: true }',
    '      force: { type: boolean }',
    '    outputs:',
    '      id: { value: "{{ jobs.a.outputs.id }}" }',
    'jobs:',
    '  a:',
    '    outputs: { id: "{{ steps.s.outputs.id }}" }',
    '    steps:',
    '      - run: x {{ inputs.stage }}',
  );

  it('is a routine and no entry point of its own', () => {
    const { pipelines, declarations, problems } = factsOf(text);
    const [routine] = declarations;
    expect([pipelines, problems]).toEqual([[], []]);
    expect(routine?.kind === 'routine' && [routine.type, routine.path]).toEqual([
      'github-workflow',
      PATH,
    ]);
    const parameters = routine?.kind === 'routine' ? routine.parameters : [];
    expect(parameters.map(it => [it.name, it.fallback && expressionText(it.fallback)])).toEqual([
      ['stage', 'dev'],
      ['user', undefined],
      ['force', 'false'],
    ]);
    expect(outline(routine?.kind === 'routine' ? routine.body : []).split('\n')).toEqual([
      'scope',
      '  scope job `a`',
      '    scope job in /.',
      '      scope step 1',
      '        bash x «<input stage>»',
      '      gives needs.a id=<output s.id>',
      '  gives  id=<output needs.a.id>',
    ]);
  });

  it('that is also started by hand is both', () => {
    const both = factsOf(
      lines(
        'on:',
        '  workflow_call: { inputs: { stage: { type: string } } }',
        '  workflow_dispatch:',
        '    inputs:',
        '      stage: { type: choice, options: [dev, prod] }',
        '      user: { default: a }',
        '      force: { type: boolean }',
        'jobs:',
        '  a:',
        '    steps:',
        '      - run: "{{ inputs.stage }} {{ github.event.inputs.user }} {{ inputs.force }} {{ inputs.x }}"',
      ),
    );
    expect(both.declarations).toHaveLength(1);
    expect(
      outline(both.pipelines[0]?.body ?? [])
        .split('\n')[2]
        ?.trim(),
    ).toBe(
      'bash «(dev | prod)» «(a | ?held by the platform (`inputs.user`))» «(true | false)» «?held by the platform (`inputs.x`)»',
    );
  });
});
