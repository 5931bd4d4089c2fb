//! The steps of jobs and composite actions.

import { describe, expect, it } from 'vitest';
import { outline } from '../../test/outline.ts';
import type { Problem } from '../domain/span.ts';
import { parseYaml } from '../languages/yaml/parse-yaml.ts';
import { newReading } from './github-reading.ts';
import { stepsOf } from './github-steps.ts';

/** `{{ x }}` is written for `${{ x }}`. */
const linesOf = (steps: readonly string[]): readonly string[] => {
  const text = steps.join('\n').replaceAll('{{', '${{');
  const problems: Problem[] = [];
  const reading = newReading(problems);
  const read = stepsOf(parseYaml('a.yml', text).documents[0], { shell: 'bash' }, reading);
  expect(problems).toEqual([]);
  return outline(read).split('\n');
};

const stepOf = (...step: readonly string[]): readonly string[] =>
  linesOf(step.map((it, at) => `${at ? '  ' : '- '}${it}`));

describe('a step', () => {
  it.each([
    [['run: x', 'shell: pwsh'], 'powershell x'],
    [['run: x', 'shell: "bash -e {0}"'], 'bash x'],
    [['run: x', 'shell: "/usr/bin/env pwsh -File {0}"'], 'powershell x'],
    [['run: x', 'shell: cmd'], 'batch x'],
    [['run: x', 'shell: python'], 'python x'],
    [['run: x', 'shell: "perl {0}"'], 'perl x'],
    [['run: "{{ secrets.SCRIPT }}"'], 'bash ?held by the platform (`secrets.SCRIPT`)'],
    [
      ['uses: Azure/Login@v2', 'with: { creds: "{{ secrets.C }}" }'],
      'component azure/login v2 creds=?held by the platform (`secrets.C`)',
    ],
    [['uses: acme/ci/sub/Path@main'], 'component acme/ci/sub/path main'],
    [
      ['uses: docker://mcr.microsoft.com/azure-cli:2.60'],
      'component docker://mcr.microsoft.com/azure-cli 2.60',
    ],
    [
      ['uses: ./.github/actions/sign-in', 'with: { User: a }'],
      'run github-action ./.github/actions/sign-in user=a',
    ],
    [
      ['uses: azure/cli@v2', 'with:', '  inlineScript: |', '    az login', '    az x'],
      'component azure/cli v2 inlineScript=az login\\naz x\\n',
    ],
  ])('%j', (step, expected) => {
    expect(stepOf(...step)[1]?.trim()).toBe(expected);
  });

  it('has a title by name, id or number, an environment and a folder', () => {
    expect(
      stepOf('name: Sign in', 'id: sp', 'env: { A: 1 }', 'working-directory: infra', 'run: x')[0],
    ).toBe('scope step `Sign in` in infra A=1');
    expect(stepOf('id: sp', 'run: x')[0]).toBe('scope step `sp`');
    expect(stepOf('run: az login -p secret')[0]).toBe('scope step 1');
  });

  it.each([
    ['path: src', 'uses: ./src/.github/actions/x', 'run github-action .github/actions/x'],
    ['path: ./src/', 'uses: ./src', 'run github-action .'],
    ['path: src', 'uses: ./source/x', 'run github-action ./source/x'],
    ['path: src', 'run: x\n  working-directory: src/infra', 'scope step 2 in infra'],
    ['path: src', 'run: x\n  working-directory: ./src', 'scope step 2 in .'],
    ['path: src', 'run: x\n  working-directory: infra', 'scope step 2 in infra'],
    ['path: src\n    repository: a/b', 'uses: ./src/x', 'run github-action ./src/x'],
    [
      'path: src\n    repository: "{{ github.repository }}"',
      'uses: ./src/x',
      'run github-action x',
    ],
  ])('after a checkout with %j: %j', (inputs, step, expected) => {
    const checkout = `- uses: actions/checkout@v4\n  with:\n    ${inputs}`;
    expect(linesOf([checkout, `- ${step}`]).map(it => it.trim())).toContain(expected);
  });

  it('under the opposite of the condition before it runs when that does not', () => {
    const steps = ["env.A == 'x'", "env.A != 'x'", "env.A == 'x'", "env.B == 'x'"];
    const all = steps.flatMap(it => [`- if: ${it}`, '  run: x']);
    expect(linesOf(all).filter(line => !line.includes('bash'))).toEqual([
      'either',
      '  scope step 1',
      '  scope step 3',
      'either',
      '  scope step 2',
      'perhaps',
      '  scope step 4',
    ]);
  });

  it('under a condition may not run; neighbours with one condition go together', () => {
    const condition = "if: github.ref == 'refs/heads/main'";
    const steps = [condition, condition, 'if: always()', condition, 'if: failure()', 'if: false'];
    const all = steps.flatMap(it => [`- ${it}`, '  run: x']);
    expect(linesOf(all).filter(line => !line.includes('bash'))).toEqual([
      'perhaps',
      '  scope step 1',
      '  scope step 2',
      'scope step 3',
      'perhaps',
      '  scope step 4',
      'perhaps',
      '  scope step 5',
      '  stop',
    ]);
  });
});
