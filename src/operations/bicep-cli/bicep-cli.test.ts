import { expect, it } from 'vitest';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { bicepCli } from './bicep-cli.ts';

const read = (line: string) => bicepCli.read(sampleCommand(line), sampleEnvironment());

it.each(['bicep build main.bicep', 'bicep lint main.bicep', 'bicep --version'])(
  '%s stays on this machine',
  line => {
    expect(read(line)?.operations).toEqual([]);
  },
);

it('publishes to a registry under whoever is signed in', () => {
  expect(read('bicep publish main.bicep --target br:x.azurecr.io/m:v1')?.operations).toMatchObject([
    { tool: 'bicep publish', effect: 'write', audience: 'container-registry' },
  ]);
});

it('is nothing to other commands', () => {
  expect(read('az bicep build')).toBeUndefined();
});
