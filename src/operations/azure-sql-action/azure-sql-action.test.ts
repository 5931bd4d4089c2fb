import { expect, it } from 'vitest';
import { sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { azureSqlAction } from './azure-sql-action.ts';

const read = (connection: string) =>
  azureSqlAction.read(
    sampleComponent('azure/sql-action', { 'connection-string': connection }),
    sampleEnvironment(),
  );

it('acts on a database as an identity of Entra', () => {
  expect(read('Server=x;Authentication=Active Directory Default')?.operations).toMatchObject([
    { effect: 'write', audience: 'sql' },
  ]);
});

it.each(['Server=x;User ID=sa;Password=y', '$CONNECTION'])(
  '%s is no identity of Entra',
  connection => {
    expect(read(connection)?.operations).toEqual([]);
  },
);
