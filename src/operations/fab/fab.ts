//! The Fabric CLI: what its commands do to workspaces and their items.
//! Source: https://microsoft.github.io/fabric-cli/commands/

import type { Call } from '../../domain/call.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { commandName } from '../../domain/tool-line.ts';

export const fab: OperationReader = { id: 'fab', title: '`fab`', programs: ['fab'], read: readFab };

/** Another program of this name runs tasks on servers: what is not in the list is its own. */
const COMMANDS: ReadonlyMap<string, Effect> = new Map([
  ['acl', 'unknown'],
  ['api', 'unknown'],
  ['assign', 'write'],
  ['cp', 'write'],
  ['copy', 'write'],
  ['deploy', 'write'],
  ['exists', 'read'],
  ['export', 'read'],
  ['get', 'read'],
  ['import', 'write'],
  ['job', 'unknown'],
  ['label', 'unknown'],
  ['ls', 'read'],
  ['dir', 'read'],
  ['mkdir', 'write'],
  ['create', 'write'],
  ['mv', 'write'],
  ['move', 'write'],
  ['rm', 'write'],
  ['del', 'write'],
  ['set', 'write'],
  ['start', 'write'],
  ['stop', 'write'],
  ['table', 'unknown'],
  ['unassign', 'write'],
]);

function readFab(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'fab') return undefined;
  const [name = '', second = ''] = commandName(call).split(' ');
  if (name === 'auth' && second === 'login') return undefined;
  if (name === 'auth' && second === 'logout') return { ...NO_EFFECTS, closes: ['fab'] };
  const effect = COMMANDS.get(name);
  if (!effect) return NO_EFFECTS;
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `fab ${name}`,
        effect,
        audience: 'other',
        sessions: ['fab'],
        isOnlyAsSeen: true,
      },
    ],
  };
}
