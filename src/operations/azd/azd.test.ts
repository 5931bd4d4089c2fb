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
    ['azd up', 'infra/main.bicep'],
    ['azd -C app provision', 'app/infra/main.bicep'],
    ['azd provision --cwd app', 'app/infra/main.bicep'],
  ])('%s deploys %s', (line, path) => {
    const [run] = read(line)?.runs ?? [];
    expect(run?.kind === 'routine' && textOf(run.path)).toBe(path);
  });
});
