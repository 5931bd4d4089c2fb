//! The Databricks CLI: what its commands do to a workspace.
//! Source: https://learn.microsoft.com/azure/databricks/dev-tools/cli/commands

import { type Call, wordText } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { commandName } from '../../domain/tool-line.ts';

export const databricks: OperationReader = {
  id: 'databricks',
  title: '`databricks`',
  programs: ['databricks'],
  read: readDatabricks,
};

const LOCAL = /^(?:auth|completion|configure|help|version|bundle (?:init|schema)|labs)\b/;

const READS = /^(?:get\S*|list\S*|ls|export\S*|export-dir|cat|validate|summary|status|me)$/;

function readDatabricks(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'databricks') return undefined;
  const name = commandName(call);
  const isHelp = call.words.some(it => /^(?:--help|-h)$/.test(wordText(it) ?? ''));
  if (name === '' || isHelp || LOCAL.test(name)) return NO_EFFECTS;
  const [group = '', verb = ''] = name.split(' ');
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `databricks ${group} ${verb}`.trim(),
        effect: READS.test(verb) ? 'read' : verb === '' ? 'unknown' : 'write',
        audience: 'other',
        // Told nothing, it takes the Azure CLI's.
        sessions: ['this-call', 'databricks', 'azure-cli'],
        isOnlyAsSeen: true,
      },
    ],
  };
}
