//! The jobs of a workflow, and what they wait for.

import { describe, expect, it } from 'vitest';
import { expressionText, outline } from '../../../test/outline.ts';
import type { FileFacts } from '../../domain/facts.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { githubWorkflow } from './github-workflow.ts';

/** `{{ x }}` is written for `${{ x }}`. */
const factsOf = (text: string): FileFacts =>
  githubWorkflow.extract(sourceFile('.github/workflows/deploy.yml', text.replaceAll('{{', '${{')));

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** The body of the only job. */
const bodyOf = (...job: readonly string[]): string[] => {
  const body = job.map(line => `    ${line}`);
  const { pipelines } = factsOf(lines('on: push', 'jobs:', '  deploy:', ...body));
  return outline(pipelines[0]?.body ?? []).split('\n');
};

describe('a job', () => {
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
      '  - run: x {{ matrix.os }} {{ matrix.az.user }}',
      '    shell: "{{ matrix.shell }}"',
    );
    expect(body[0]).toBe(
      'scope job for each os az of {os=[ubuntu-latest, macos-latest], include=[{os=windows-latest, az={user=a}}], more=decode-json(<variable X>)} in /.',
    );
    expect(body[2]?.trim()).toBe('bash x «<local matrix.os>» «<local matrix.az>.user»');
  });

  it('has a runner that may be any of its matrix', () => {
    const { pipelines } = factsOf(
      lines(
        'on: push',
        'jobs:',
        '  a:',
        '    strategy: { matrix: { os: [a, b], include: [{ os: c }] } }',
        '    runs-on: "{{ matrix.os }}"',
        '    steps: [{ run: x }]',
      ),
    );
    const [job] = pipelines;
    expect(job?.runner && expressionText(job.runner)).toBe('(a | b | c)');
  });

  it('stands after those it needs, and is not run where they are not', () => {
    const { pipelines } = factsOf(
      lines(
        'on: push',
        'jobs:',
        '  d: { needs: off, steps: [{ run: d }] }',
        '  e: { needs: off, if: always(), steps: [{ run: "e {{ needs.off.result }}" }] }',
        '  c: { needs: [a, b], steps: [{ run: c }] }',
        "  b: { needs: a, if: github.ref == 'x', steps: [{ run: b }] }",
        '  a: { steps: [{ run: a }] }',
        '  off: { if: false, steps: [{ run: off }] }',
      ),
    );
    expect(pipelines.map(it => it.id)).toEqual(['a', 'b', 'e', 'c']);
    expect(pipelines.map(it => it.needs)).toEqual([[], ['a'], ['off'], ['a', 'b']]);
    expect(outline(pipelines[1]?.body ?? []).split('\n')).toEqual([
      'scope by case github.ref once',
      '  either',
      '    scope job in /.',
      '      scope step 1',
      '        bash b',
      '    scope',
      '      gives needs.b :result=success',
      '  either',
      '    scope',
      '      gives needs.b :result=skipped',
    ]);
    expect(outline(pipelines[2]?.body ?? [])).toContain('bash e «skipped»');
  });

  it.each([
    ['a: { needs: a, steps: [] }', 'job `a` needs itself, and GitHub refuses such a workflow'],
    [
      'c: { needs: [b], steps: [] }\n  b: { needs: c, steps: [] }',
      'job `c` needs `b`, which needs it, and GitHub refuses such a workflow',
    ],
    [
      'a: { needs: b, steps: [] }\n  b: { needs: c, steps: [] }\n  c: { needs: a, steps: [] }',
      'job `a` needs `b`, which needs `c`, which needs it, and GitHub refuses such a workflow',
    ],
  ])('has a problem where %j', (jobs, message) => {
    const { problems, pipelines } = factsOf(`on: push\njobs:\n  ${jobs}\n`);
    expect(problems.map(it => it.message)).toEqual([message]);
    expect(pipelines.length).toBeGreaterThan(0);
  });
});
