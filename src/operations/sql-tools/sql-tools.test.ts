import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { sqlTools } from './sql-tools.ts';

it.each([
  ['sqlcmd -G -i a.sql', 'unknown'],
  ['SqlPackage.exe /Action:Publish /SourceFile:a.dacpac', 'write'],
  ['sqlpackage /a:Export', 'read'],
  ['psql -c x', undefined],
])('%s: %s', (line, effect) => {
  expect(sqlTools.read(command(line), surroundings())?.operations[0]?.effect).toBe(effect);
});
