import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { azureXplat } from './azure-xplat.ts';

it.each([
  ['azure group create -n web -l x', 'write', 'arm'],
  ['azure group deployment create -f a.json', 'write', 'arm'],
  ['azure vm list', 'read', 'arm'],
  ['azure site create web', 'write', 'other'],
  ['azure ad sp create --name x', 'write', 'microsoft-graph'],
  ['azure config mode arm', undefined, undefined],
  ['azure', undefined, undefined],
])('%s: %s', (line, effect, audience) => {
  const [operation] = azureXplat.read(command(line), surroundings())?.operations ?? [];
  expect([operation?.effect, operation?.audience]).toEqual([effect, audience]);
});
