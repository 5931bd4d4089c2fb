import { describe, expect, it } from 'vitest';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { textOf } from '../../domain/value.ts';
import { azd } from './azd.ts';

const read = (line: string) => azd.read(sampleCommand(line), sampleEnvironment());

describe('azd', () => {
  it.each([
    ['azd up --no-prompt', 'azd up', 'write'],
    ['azd provision -e prod', 'azd provision', 'write'],
    ['azd --cwd app deploy web', 'azd deploy', 'write'],
    ['azd down --force', 'azd down', 'write'],
    ['azd pipeline config', 'azd pipeline config', 'write'],
    ['azd env refresh', 'azd env refresh', 'read'],
    ['azd auth token', 'azd auth token', 'read'],
  ])('%s', (line, tool, effect) => {
    expect(read(line)?.operations).toMatchObject([
      { tool, effect, audience: 'arm', sessions: ['azd', 'azure-cli'] },
    ]);
  });

  it.each(['azd package', 'azd env set A b', 'azd init', 'azd version', 'azd up --help', 'azd'])(
    '%s asks Azure nothing',
    line => {
      expect(read(line)?.operations).toEqual([]);
    },
  );

  it('leaves signing in to the sign-ins', () => {
    expect(read('azd auth login --use-device-code')).toBeUndefined();
  });

  it.each(['azd auth logout', 'azd config set auth.useAzCliAuth true'])('%s closes', line => {
    expect(read(line)?.closes).toEqual(['azd']);
  });

  it.each([
    ['azd up', 'azure.yaml', 'up'],
    ['azd -C app provision', 'app/azure.yaml', 'provision'],
    ['azd provision --cwd app', 'app/azure.yaml', 'provision'],
    ['azd package', 'azure.yaml', 'package'],
    ['azd hooks run postdeploy', 'azure.yaml', 'postdeploy'],
  ])('%s runs the project %s as %s', (line, path, action) => {
    const [run] = read(line)?.runs ?? [];
    expect(run?.kind === 'routine' && textOf(run.path)).toBe(path);
    expect(run?.kind === 'routine' && run.action).toBe(action);
  });
});
