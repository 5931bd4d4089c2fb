import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { fab } from './fab.ts';

it.each([
  ['fab import ws.Workspace/a.Notebook -i a', 'write'],
  ['fab ls', 'read'],
  ['fab job run ws.Workspace/a.Notebook', 'unknown'],
  ['fab config set mode command_line', undefined],
  ['fab production', undefined],
])('%s: %s', (line, effect) => {
  expect(fab.read(command(line), surroundings())?.operations[0]?.effect).toBe(effect);
});

it('leaves signing in to the sign-ins, and signs out', () => {
  expect(fab.read(command('fab auth login'), surroundings())).toBeUndefined();
  expect(fab.read(command('fab auth logout'), surroundings())?.closes).toEqual(['fab']);
});
