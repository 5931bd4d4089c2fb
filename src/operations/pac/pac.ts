//! The Power Platform CLI: what its commands do to an environment.
//! Source: https://learn.microsoft.com/power-platform/developer/cli/reference/

import type { Call } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { commandName } from '../../domain/tool-line.ts';

export const pac: OperationReader = { id: 'pac', title: '`pac`', programs: ['pac'], read: readPac };

/** Groups of commands that ask a service for something; the others work on files. */
const GROUPS: ReadonlySet<string> = new Set([
  'admin',
  'application',
  'canvas',
  'catalog',
  'code',
  'connection',
  'connector',
  'copilot',
  'data',
  'env',
  'managed-identity',
  'modelbuilder',
  'org',
  'package',
  'pages',
  'paportal',
  'pcf',
  'pipeline',
  'plugin',
  'powerpage',
  'solution',
]);

/** They make, take apart or check files of the project. */
const LOCAL =
  /^(?:add-license|add-reference|add-solution|init|online-version|pack|unpack|version|validate|add|bootstrap|migrate-datamodel|select)$/;

const READS =
  /^(?:check|clone|create-settings|download|export|fetch|list|show|status|sync|who|build|extract-template|model|list-\S+|get-\S+)$/;

function readPac(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'pac') return undefined;
  const [group = '', verb = ''] = commandName(call).split(' ');
  if (group === 'auth') {
    if (verb === 'create') return undefined;
    return verb === 'clear' ? { ...NO_EFFECTS, closes: ['pac'] } : NO_EFFECTS;
  }
  if (!GROUPS.has(group) || verb === '' || verb === 'help' || LOCAL.test(verb)) return NO_EFFECTS;
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `pac ${group} ${verb}`,
        effect: READS.test(verb) ? 'read' : 'write',
        audience: 'power-platform',
        sessions: ['pac'],
      },
    ],
  };
}
