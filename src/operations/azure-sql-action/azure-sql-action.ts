//! The action `azure/sql-action`: scripts and packages brought to a database.
//! Source: https://github.com/Azure/sql-action/blob/master/action.yml

import { actionInput } from '../../domain/action-input.ts';
import type { Call } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { textOf } from '../../domain/value.ts';

export const azureSqlAction: OperationReader = {
  id: 'azure-sql-action',
  title: '`azure/sql-action`',
  programs: [],
  read: readSqlAction,
};

/** Without it the connection string names a login of the database, or is a secret of which nothing is known. */
const ENTRA = /(?:^|;)\s*authentication\s*=\s*active\s*directory/i;

function readSqlAction(call: Call): Effects | undefined {
  if (call.kind !== 'component' || call.name !== 'azure/sql-action') return undefined;
  const connection = textOf(actionInput(call, 'connection-string')) ?? '';
  if (!ENTRA.test(connection)) return NO_EFFECTS;
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: call.name,
        effect: 'write',
        audience: 'sql',
        sessions: ['this-call', 'azure-cli'],
      },
    ],
  };
}
