import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { m365 } from './m365.ts';

it.each([
  ['m365 spo site get --url $u', 'read'],
  ['m365 spo app add --filePath a.sppkg', 'write'],
  ['m365 request --url $u', 'unknown'],
  ['m365 status', undefined],
  ['m365 spfx project upgrade', undefined],
  ['m365 version', undefined],
])('%s: %s', (line, effect) => {
  expect(m365.read(command(line), surroundings())?.operations[0]?.effect).toBe(effect);
});

it('leaves signing in to the sign-ins, and signs out', () => {
  expect(m365.read(command('m365 login'), surroundings())).toBeUndefined();
  expect(m365.read(command('m365 logout'), surroundings())?.closes).toEqual(['m365']);
});
