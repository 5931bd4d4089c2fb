import { describe, expect, it } from 'vitest';
import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { npm } from './npm.ts';

const spelled = (it: Expression | undefined): string => (it && literalOf(it)) ?? '?';

/** Folder and scripts with their arguments. */
function read(line: string): string {
  const [run] = npm.read(sampleCommand(line), sampleEnvironment())?.runs ?? [];
  const [scope] = run?.kind === 'steps' ? run.steps : [];
  if (scope?.kind !== 'scope') return '';
  const scripts = scope.body.map(step =>
    step.kind === 'run' ? step.arguments.map(spelled).join(' ') : '',
  );
  return [...(scope.folder ? [`in ${spelled(scope.folder)}`] : []), ...scripts].join('; ');
}

describe('npm', () => {
  it.each([
    ['npm run deploy', 'deploy'],
    ['npm run-script deploy -- --slot a', 'deploy --slot a'],
    ['npm --silent --prefix web run deploy', 'in web; deploy'],
    ['npm run deploy --workspace=web', 'in web; deploy'],
    ['npm test', 'test'],
    ['npm ci', ''],
    ['npm deploy', ''],
    ['npm run', ''],
    ['npm run $SCRIPT', ''],
    ['yarn deploy prod', 'deploy prod'],
    ['yarn --cwd web run deploy', 'in web; deploy'],
    ['yarn install', ''],
    ['yarn', ''],
    ['pnpm -C web release', 'in web; release'],
    ['pnpm deploy out', ''],
    ['pnpm -r run deploy', ''],
    ['pnpm --filter web run deploy', ''],
    ['npm run deploy --workspaces', ''],
    ['yarn deploy -r', 'deploy -r'],
    ['bun run deploy', 'deploy'],
    ['run-s -c build deploy', 'build; deploy'],
  ])('%s', (line, expected) => {
    expect(read(line)).toBe(expected);
  });
});
