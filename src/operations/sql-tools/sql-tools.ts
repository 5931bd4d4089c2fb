//! Tools that run statements in a database of Azure SQL: what they do there.
//! Sources: https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility, https://learn.microsoft.com/sql/tools/sqlpackage/sqlpackage

import { type CommandCall, wordPrefix, wordText } from '../../domain/call.ts';
import { type Effect, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';

const PROGRAMS = [
  'bcp',
  'flyway',
  'invoke-dbaquery',
  'invoke-sqlcmd',
  'liquibase',
  'sqlcmd',
  'sqlpackage',
] as const;

export const sqlTools: OperationReader = {
  id: 'sql-tools',
  title: 'tools for Azure SQL',
  programs: PROGRAMS,
  onlyWith: { in: 'script', text: /authentication\s*=\s*["']?active\s?directory/i },
  read(call) {
    if (call.kind !== 'command') return undefined;
    const program = programName(call);
    if (!PROGRAMS.some(it => it === program)) return undefined;
    return {
      ...NO_EFFECTS,
      operations: [
        {
          at: call.at,
          tool: toolOf(call),
          effect: program === 'sqlpackage' ? packageEffect(call) : 'unknown',
          audience: 'sql',
          sessions: ['this-call'],
          isOnlyAsSeen: true,
        },
      ],
    };
  },
};

/** As it is typed, without its folder. */
function toolOf(call: CommandCall): string {
  const [first] = call.words;
  const typed = (first && wordText(first)) ?? '';
  return typed.replace(/^.*[\\/]/, '');
}

function packageEffect(call: CommandCall): Effect {
  const actions = call.words.flatMap(
    it => /^[-/]a(?:ction)?:(\w+)/i.exec(wordPrefix(it))?.[1]?.toLowerCase() ?? [],
  );
  if (actions.some(it => it === 'publish' || it === 'import')) return 'write';
  return actions.length > 0 ? 'read' : 'unknown';
}
