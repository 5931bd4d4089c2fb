import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { armclient } from './armclient.ts';

it.each([
  ['armclient GET /subscriptions', 'read'],
  ['armclient put $id @a.json', 'write'],
  ['armclient post $id/restart', 'unknown'],
  ['armclient token', undefined],
])('%s: %s', (line, effect) => {
  expect(armclient.read(command(line), surroundings())?.operations[0]?.effect).toBe(effect);
});
