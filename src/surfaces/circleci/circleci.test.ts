//! Jobs to steps, and which files are configurations or sources of orbs.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { circleci } from './circleci.ts';

const extract = (text: string, path = '.circleci/config.yml') =>
  circleci.extract(sourceFile(path, text));

/** The first job, without what every shell starts with. */
function bodyOf(text: string): readonly string[] {
  const whole = extract(text).pipelines[0]?.body[0];
  const lines = whole?.kind === 'scope' ? outline(whole.body).split('\n') : [];
  return lines.filter(it => !it.includes('bash-env')).map(it => it.trim());
}

it.each([
  ['.circleci/config.yml', true],
  ['.circleci/continue.yml', true],
  ['src/commands/login.yml', true],
  ['src/scripts/login.sh', false],
  ['circleci.yml', false],
])('%s is one: %s', (path, expected) => {
  expect(circleci.matches(path, '')).toBe(expected);
});

const COMMANDS = `commands:
  c:
    parameters: { p: { type: string, default: d }, b: { type: boolean, default: false }, s: { type: steps, default: [] } }
    steps:
      - run: x << parameters.p >>
      - when: { condition: << parameters.b >>, steps: [run: y] }
      - steps: << parameters.s >>
`;

describe('a job', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['jobs: { a: { steps: [checkout, run: x] } }', ['scope', 'bash x']],
    [
      'jobs: { a: { steps: [run: { name: n, command: x, shell: pwsh.exe }] } }',
      ['scope step `n`', 'powershell x'],
    ],
    ['jobs: { a: { executor: win/default, steps: [run: x] } }', ['scope', 'powershell x']],
    [
      'jobs: { a: { steps: [run: { command: x, working_directory: ~/project/y }] } }',
      ['scope in /y', 'bash x'],
    ],
    [
      'jobs: { a: { steps: [run: { command: x, when: on_fail }] } }',
      ['perhaps', 'scope', 'bash x'],
    ],
    [
      `${COMMANDS}jobs: { a: { steps: [c] } }`,
      ['scope', 'bash x «d»', 'perhaps', 'scope', 'bash y'],
    ],
    [
      `${COMMANDS}jobs: { a: { steps: [c: { p: e, s: [run: z] }] } }`,
      ['scope', 'bash x «e»', 'perhaps', 'scope', 'bash y', 'scope', 'bash z'],
    ],
    ['commands: { c: { steps: [c] } }\njobs: { a: { steps: [c, run: x] } }', ['scope', 'bash x']],
    [
      'orbs: { o: circleci/azure-cli@1.0 }\njobs: { a: { steps: [o/install: { p: $X }] } }',
      ['component circleci/azure-cli/install 1.0 p=$X'],
    ],
    [
      'orbs: { o: { commands: { c: { steps: [run: x] } } } }\njobs: { a: { steps: [o/c] } }',
      ['scope', 'bash x'],
    ],
    [
      'orbs: { o: circleci/azure-acr@1 }\nworkflows: { w: { jobs: [o/push: { repo: r, pre-steps: [run: x] }] } }',
      ['scope', 'bash x', 'component circleci/azure-acr/push 1 repo=r'],
    ],
    [
      'jobs: { a: { parameters: { p: { type: string } }, steps: [run: x << parameters.p >>] } }',
      ['scope', 'bash x «?held by the platform (`parameters.p`)»'],
    ],
    [
      'jobs: { a: { steps: [run: "x <<# parameters.p >>y<</ parameters.p >>"] } }',
      ['scope', 'bash x «»y«»'],
    ],
    [
      'jobs: { a: { steps: [run: "x << pipeline.id >>"] } }',
      ['scope', 'bash x «?held by the platform (`pipeline.id`)»'],
    ],
    ['jobs: { a: {} }', []],
  ];
  it.each(cases)('%s', (text, expected) => {
    expect(bodyOf(text)).toEqual(expected);
  });
});

it('leaves files of other tools at such paths alone', () => {
  expect(extract('name: x', 'src/commands/x.yml').declarations).toEqual([]);
  expect(extract('a: [', 'src/commands/x.yml').problems).toEqual([]);
});

it('reads whatever there is', () => {
  const pieces = [
    'jobs:',
    ' a:',
    '\n',
    ' steps:',
    '  - ',
    'run: x',
    'when:',
    '<< parameters.x >>',
    '<<',
    ': ',
    'commands:',
    '{',
    '}',
    '[',
    ']',
    'orbs:',
    'matrix',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void extract(text)));
});
