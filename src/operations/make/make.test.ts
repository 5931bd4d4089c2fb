import { describe, expect, it } from 'vitest';
import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { make } from './make.ts';

const spelled = (it: Expression | undefined): string =>
  it?.kind === 'choice' ? it.options.map(spelled).join('|') : ((it && literalOf(it)) ?? '?');

/** Folder, variables, and what is run there. */
function read(line: string): string {
  const [run] = make.read(sampleCommand(line), sampleEnvironment())?.runs ?? [];
  const [scope] = run?.kind === 'steps' ? run.steps : [];
  if (scope?.kind !== 'scope') return '';
  const variables = scope.environment.filter(it => !it.name.startsWith('%'));
  const goals = scope.body.map(step =>
    step.kind === 'run' ? `${spelled(step.path)} ${step.arguments.map(spelled).join(' ')}` : '',
  );
  return [
    scope.folder ? `in ${spelled(scope.folder)}` : '',
    ...variables.map(it => `${it.name}=${spelled(it.value)}`),
    ...goals,
  ]
    .filter(it => it !== '')
    .join('; ');
}

const FILES = 'GNUmakefile|makefile|Makefile';

describe('make', () => {
  it.each([
    ['make', `${FILES} `],
    ['make deploy', `${FILES} deploy`],
    ['make -j 4 -sC infra deploy', `in infra; ${FILES} deploy`],
    ['make -Cinfra -j4 --no-print-directory deploy', `in infra; ${FILES} deploy`],
    ['make --directory=infra --file a.mk a b/c', 'in infra; a.mk a; a.mk b|c'],
    ['gmake -f a.mk ENV=prod X:=$Y a', 'ENV=prod; X=?; a.mk a'],
    ['make -n deploy', ''],
    ['make --version', ''],
    ['make $TARGET', ''],
    ['make $TARGET deploy', `${FILES} deploy`],
  ])('%s', (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it('reads nothing else', () => {
    expect(make.read(sampleCommand('cmake deploy'), sampleEnvironment())).toBeUndefined();
  });
});
