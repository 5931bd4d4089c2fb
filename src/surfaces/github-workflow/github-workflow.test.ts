//! Workflows to their pipelines and routines, and what is wrong with broken ones.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionText, outline } from '../../../test/outline.ts';
import type { FileFacts } from '../../domain/facts.ts';
import { placeOf, sourceFile } from '../../domain/source-file.ts';
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
      'scope in /. A=1 B=x D=4 B=<variable A>\n  scope step 1\n    bash az login',
    );
  });

  it('has the values of its matrix where they are used', () => {
    const body = bodyOf(
      'strategy:',
      '  matrix:',
      '    os: [ubuntu-latest, macos-latest]',
      '    include:',
      '      - { os: windows-latest, az: { user: a } }',
      '    more: "{{ fromJSON(env.X) }}"',
      'runs-on: "{{ matrix.os }}"',
      'steps:',
      '  - run: x {{ matrix.os }} {{ matrix.az.user }} {{ matrix.more }} {{ matrix.none }}',
    );
    expect(body[2]?.trim()).toBe(
      'bash x «(ubuntu-latest | macos-latest | windows-latest)» «a» «?not evaluated (`matrix.more`)» «»',
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
      'scope machine job `a`',
      '  scope in /.',
      '    scope step 1',
      '      bash x «<input stage>»',
      '  scope',
      '    write <variable GITHUB_OUTPUT> join(id= + <output s.id>)',
      'write <variable GITHUB_OUTPUT> join(id= + <output needs.a.id>)',
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

describe('a broken workflow', () => {
  it.each([
    ['- a\n', 1, 'a workflow is a mapping, and this is a list'],
    ['on: push\n', 1, 'the workflow has no `jobs`'],
    ['', 1, 'the workflow has no `jobs`'],
    ['# a\n', 1, 'the workflow has no `jobs`'],
    ['---\n', 1, 'the workflow has no `jobs`'],
    ['on: push\njobs:\n', 1, 'the workflow has no `jobs`'],
    ['jobs: [a]\n', 1, '`jobs` is a list, not a mapping, and was not read'],
    ['jobs:\n  a: x\n', 2, 'job `a` is a single value, not a mapping, and was not read'],
    ['jobs:\n  a: {}\n', 2, 'job `a` has neither `steps` nor `uses`'],
    ['jobs:\n  a:\n    steps: {}\n', 3, '`steps` is a mapping, not a list, and was not read'],
    [
      'jobs:\n  a:\n    steps:\n      - x\n',
      4,
      'step 1 is a single value, not a mapping, and was not read',
    ],
    [
      'jobs:\n  a:\n    steps:\n      - id: x\n',
      4,
      'step `x` has neither `run` nor `uses` and was not read',
    ],
    [
      'jobs:\n  a:\n    env: [x]\n    steps: []\n',
      3,
      '`env` of job `a` is a list, not a mapping, and was not read',
    ],
    ['jobs:\n  a:\n    steps:\n      - run: "x\n', 5, 'not valid YAML: Missing closing "quote'],
  ])('%j has a problem on line %i', (text, line, message) => {
    const file = sourceFile(PATH, text);
    const { problems } = githubWorkflow.extract(file);
    expect(problems.map(it => it.message)).toContain(message);
    const found = problems.find(it => it.message === message);
    expect(found && placeOf(file, found.at).line).toBe(line);
  });

  it('is read for the rest', () => {
    const { pipelines } = factsOf('on: push\njobs:\n  a: x\n  b:\n    steps:\n      - run: y\n');
    expect(pipelines.map(it => it.id)).toEqual(['b']);
  });

  it('never throws', () => {
    const leaf = fc.constantFrom(
      '',
      'x',
      'push',
      'workflow_call',
      'false',
      './a',
      'a/b@v1',
      `\${{ matrix.x }}`,
      `\${{ fromJSON(x) }}`,
      'windows-latest',
      '|\n  a',
    );
    const key = fc.constantFrom(
      'on',
      'jobs',
      'steps',
      'run',
      'uses',
      'with',
      'env',
      'if',
      'shell',
      'defaults',
      'strategy',
      'matrix',
      'include',
      'runs-on',
      'labels',
      'workflow_call',
      'workflow_dispatch',
      'inputs',
      'options',
      'type',
      'default',
      'outputs',
      'x',
    );
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { maxKeys: 5 }), root => {
        const text = JSON.stringify(root);
        githubWorkflow.extract(sourceFile(PATH, text));
        githubWorkflow.extract(sourceFile(PATH, `on: [workflow_call, push]\njobs: ${text}`));
        githubWorkflow.extract(sourceFile(PATH, text.slice(0, text.length / 2)));
      }),
      { numRuns: 200 },
    );
  });
});
