import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { func } from './func.ts';

it.each([
  ['func azure functionapp publish web --python', 'write'],
  ['func azure functionapp publish "$app" --build remote', 'write'],
  ['func azure functionapp fetch-app-settings web', 'read'],
  ['func azure functionapp publish web --access-token $t', undefined],
  ['func start', undefined],
  ['func init --python', undefined],
])('%s: %s', (line, effect) => {
  expect(func.read(command(line), surroundings())?.operations[0]?.effect).toBe(effect);
});
