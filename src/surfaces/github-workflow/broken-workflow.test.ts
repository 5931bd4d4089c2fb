//! What is wrong with broken workflows, and what is read of them all the same.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, sourceFile } from '../../domain/source-file.ts';
import { githubWorkflow } from './github-workflow.ts';

const PATH = '.github/workflows/deploy.yml';

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
    const text = 'on: push\njobs:\n  a: x\n  b:\n    steps:\n      - run: y\n';
    const { pipelines } = githubWorkflow.extract(sourceFile(PATH, text));
    expect(pipelines.map(it => it.id)).toEqual(['b']);
  });

  it('never throws', () => {
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
