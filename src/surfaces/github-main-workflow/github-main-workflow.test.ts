//! Blocks to actions in order, and what each starts.

import { expect, it } from 'vitest';
import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import { sourceFile } from '../../domain/source-file.ts';
import type { Step } from '../../domain/step.ts';
import { githubMainWorkflow } from './github-main-workflow.ts';

const read = (text: string) =>
  githubMainWorkflow.extract(sourceFile('.github/main.workflow', text));

const bodyOf = (text: string): readonly Step[] =>
  read(text).declarations.flatMap(it => (it.kind === 'routine' ? it.body : []));

const shownWord = (expression: Expression): string =>
  expression.kind === 'join'
    ? expression.parts.map(shownWord).join('')
    : (literalOf(expression) ?? '?');

function shown(step: Step): string {
  if (step.kind === 'scope') return `${step.title}(${step.body.map(shown).join(' ')})`;
  if (step.kind === 'component') return step.name;
  if (step.kind === 'script') return `sh<${shownWord(step.source)}>`;
  if (step.kind === 'command') return `run<${step.words.map(shownWord).join('|')}>`;
  return step.kind === 'run'
    ? `file<${[step.path, ...step.arguments].map(shownWord).join('|')}>`
    : step.kind;
}

const action = (name: string, rest = '') =>
  `action "${name}" {\n  uses = "o/${name}@v1"\n${rest}\n}\n`;

it.each([
  ['.github/main.workflow', true],
  ['app/.github/old.workflow', true],
  ['main.workflow', false],
  ['.github/workflows/main.workflow', false],
])('%s', (path, expected) => {
  expect(githubMainWorkflow.matches(path, '')).toBe(expected);
});

it('orders actions by what they need, and keeps those that nothing asks for', () => {
  const text = `workflow "w" {\n  on = "push"\n  resolves = ["a", "b"]\n}\n${action('a', '  needs = ["c", "b"]')}${action('b')}${action('c', '  needs = "b"')}${action('d', '  needs = ["b", "e"]')}`;
  expect(bodyOf(text).map(shown)).toEqual([
    'workflow `w`(action `b`(o/b) action `c`(o/c) action `a`(o/a))',
    'actions that no workflow asks for(action `b`(o/b) action `d`(o/d))',
  ]);
});

it('goes round a circle once', () => {
  const text = `${action('a', '  needs = ["b"]')}${action('b', '  needs = ["a"]')}`;
  expect(bodyOf(text).map(shown)).toEqual([
    'actions that no workflow asks for(action `b`(o/b) action `a`(o/a))',
  ]);
});

it('takes thousands of actions in a row', () => {
  const many = Array.from({ length: 5000 }, (_, at) =>
    action(`a${at}`, `  needs = ["a${at + 1}"]`),
  );
  const [machine] = bodyOf(many.join(''));
  expect(machine?.kind === 'scope' ? machine.body.length : 0).toBe(5000);
});

it.each([
  ['uses = "o/r/path@v1"', 'o/r/path'],
  [
    'uses = "docker://azure-cli"\n  args = "az group list -o ${X:0:2}"',
    'sh<az group list -o ${X:0:2}>',
  ],
  ['uses = "docker://azure-cli"\n  args = ["az", "group", "a b"]', 'run<az|group|a b>'],
  ['uses = "docker://azure-cli"\n  runs = "sh -c"\n  args = ["az login"]', 'sh<az login>'],
  ['uses = "docker://hashicorp/terraform:light"\n  args = ["plan"]', 'run<terraform|plan>'],
  ['uses = "o/r@v1"\n  runs = "/github/workspace/x.sh"\n  args = "1"', 'sh<x.sh 1>'],
  ['uses = "actions/bin/sh@master"\n  args = ["az login", "ls"]', 'sh<az login> sh<ls>'],
  ['uses = "actions/azure@master"\n  args = "group list"', 'actions/azure sh<az group list>'],
  ['uses = "./deploy/"\n  args = "a b"', 'file<./deploy/entrypoint.sh|a|b>'],
  ['uses = ""', ''],
  ['needs = "y"', ''],
])('%s', (inside, expected) => {
  const [machine] = bodyOf(`action "x" {\n  ${inside}\n}\n`);
  expect(machine && shown(machine)).toBe(
    `actions that no workflow asks for(action \`x\`(${expected}))`,
  );
});

it('gives variables as they are spelled, and secrets as held by the platform', () => {
  const [machine] = bodyOf(
    'action "x" {\n  uses = "o/r@v1"\n  env = {\n    A = "${B:1}"\n  }\n  secrets = ["S"]\n}\n',
  );
  const [step] = machine?.kind === 'scope' ? machine.body : [];
  const environment = step?.kind === 'scope' ? step.environment : [];
  expect(environment.map(it => [it.name, literalOf(it.value)])).toEqual([
    ['A', '${B:1}'],
    ['S', undefined],
  ]);
  expect(environment[1]?.value).toMatchObject({
    why: { kind: 'held-by-platform', name: 'secrets.S' },
  });
});

it('passes over commas at the ends of lines, and says what else is broken', () => {
  expect(read('action "x" {\n  uses = "o/r@v1",\n  needs = ["y"]\n}\n').problems).toEqual([]);
  expect(read('action "x" {\n  uses = = "o/r@v1"\n}\n').problems).toHaveLength(1);
});
