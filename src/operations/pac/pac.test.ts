import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { pac } from './pac.ts';

it.each([
  ['pac solution import --path a.zip', 'write'],
  ['pac solution export -n a', 'read'],
  ['pac org who', 'read'],
  ['pac admin create --name a', 'write'],
  ['pac code push', 'write'],
  ['pac pcf push', 'write'],
  ['pac solution pack --zipfile a.zip', undefined],
  ['pac pcf init', undefined],
  ['pac auth list', undefined],
  ['pac help', undefined],
])('%s: %s', (line, effect) => {
  expect(pac.read(command(line), surroundings())?.operations[0]?.effect).toBe(effect);
});

it('leaves signing in to the sign-ins, and forgets who was signed in', () => {
  expect(pac.read(command('pac auth create'), surroundings())).toBeUndefined();
  expect(pac.read(command('pac auth clear'), surroundings())?.closes).toEqual(['pac']);
});
