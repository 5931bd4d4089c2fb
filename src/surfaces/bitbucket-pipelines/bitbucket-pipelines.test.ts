//! Steps as entry points, and what they run.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { bitbucketPipelines } from './bitbucket-pipelines.ts';

const extract = (text: string) =>
  bitbucketPipelines.extract(sourceFile('bitbucket-pipelines.yml', `pipelines:\n${text}`));

it('finds every step, in order', () => {
  const { pipelines } = extract(`
  default:
    - step: { script: [a] }
    - parallel: [step: { name: B, script: [b] }, step: { script: [c] }]
    - parallel: { fail-fast: true, steps: [step: { script: [d] }] }
    - stage: { name: x, steps: [step: { script: [e] }] }
  branches:
    main: [step: { script: [f] }]
  custom: { g: [variables: [name: V], step: { script: [g] }, step: { trigger: manual }] }
`);
  expect(pipelines.map(it => `${it.id}: ${it.title}`)).toEqual([
    'default/1: step 1 of `default`',
    'default/2: step `B`',
    'default/3: step 3 of `default`',
    'default/4: step 4 of `default`',
    'default/5: step 5 of `default`',
    'branches/main/1: step 1 of `branches/main`',
    'custom/g/1: step 1 of `custom/g`',
  ]);
});

it.each<readonly [string, readonly string[]]>([
  ['[a, b]', ['scope', '  bash a', '  bash b']],
  [
    '[pipe: "microsoft/azure-cli-run:1.2", variables: { X: $Y }]',
    ['scope', '  scope machine', '    component microsoft/azure-cli-run 1.2 '],
  ],
  [
    '[{ pipe: "docker://A/b:1", variables: { X: "$Y-${Z}", W: } }]',
    ['scope', '  scope machine', '    component a/b 1 X=«<variable Y>»-«<variable Z>» W='],
  ],
])('script: %s', (script, expected) => {
  const whole = extract(`  default: [step: { script: ${script} }]`).pipelines[0]?.body[0];
  const lines = whole?.kind === 'scope' ? outline(whole.body).split('\n') : [];
  expect(lines.map(it => it.trimEnd())).toEqual(expected.map(it => it.trimEnd()));
});

it.each([
  ['runs-on: [self.hosted, windows]', 'powershell', 2],
  ['runs-on: self.hosted', 'bash', 1],
])('%s: %s', (labels, language, count) => {
  const [step] = extract(`  default: [step: { ${labels}, script: [a] }]`).pipelines;
  expect(outline(step?.body ?? [])).toContain(`${language} a`);
  expect(step?.runner?.kind === 'list' && step.runner.items.length).toBe(count);
});

it('reads whatever there is', () => {
  const pieces = [
    ' default:',
    '\n',
    '  - ',
    'step:',
    ' script:',
    'a',
    'pipe: x/y:1',
    'variables:',
    ': ',
    '{',
    '}',
    '[',
    ']',
    'parallel:',
    'stage:',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void extract(text)));
});
