import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { databricks } from './databricks.ts';

it.each([
  ['databricks bundle deploy -t prod', 'write'],
  ['databricks bundle validate', 'read'],
  ['databricks clusters list', 'read'],
  ['databricks api post /api', 'write'],
  ['databricks auth login', undefined],
  ['databricks --version', undefined],
])('%s: %s', (line, effect) => {
  expect(databricks.read(command(line), surroundings())?.operations[0]?.effect).toBe(effect);
});
