//! The CLI for Microsoft 365: what its commands do to a tenant.
//! Source: https://pnp.github.io/cli-microsoft365/cmd/

import type { Call } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { commandName } from '../../domain/tool-line.ts';

export const m365: OperationReader = {
  id: 'm365',
  title: '`m365`',
  programs: ['m365', 'microsoft365'],
  read: readM365,
};

/** Commands about the tool itself, or about a project on disk. */
const LOCAL = /^(?:cli |connection |context |docs|setup|status|version|spfx |util |adaptivecard )/;

const READS = /^(?:get|list|export|search|validate|activitycounts|\w*report\w*)$/;

function readM365(call: Call): Effects | undefined {
  if (call.kind !== 'command' || !/^m(?:icrosoft)?365$/.test(programName(call))) return undefined;
  const name = commandName(call);
  if (name === 'login') return undefined;
  if (name === 'logout') return { ...NO_EFFECTS, closes: ['m365'] };
  if (name === '' || LOCAL.test(`${name} `)) return NO_EFFECTS;
  const verb = name.slice(name.lastIndexOf(' ') + 1);
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `m365 ${name}`,
        effect: READS.test(verb) ? 'read' : name === 'request' ? 'unknown' : 'write',
        audience: 'microsoft-365',
        sessions: ['m365'],
      },
    ],
  };
}
