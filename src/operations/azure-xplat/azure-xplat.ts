//! The Azure CLI 1: what its commands do.
//! Source: https://github.com/Azure/azure-xplat-cli

import type { Call } from '../../domain/call.ts';
import {
  type Audience,
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { commandName } from '../../domain/tool-line.ts';

export const azureXplat: OperationReader = {
  id: 'azure-xplat',
  title: '`azure`',
  programs: ['azure'],
  read: readAzure,
};

/** About the tool and what it keeps on disk. */
const LOCAL = /^(?:account|config|help|plugin|telemetry|portal)\b/;

/** They exist only in the interface that came before Azure Resource Manager. */
const CLASSIC = /^(?:mobile|service|sql|hdinsight|site)\b/;

const READS = /^(?:show|list|search|browse|export|log|get-\S+|list-\S+|connectionstring)$/;

const WRITES =
  /^(?:add|attach|capture|clear|create|delete|deploy|detach|import|quick-create|remove|renew|reset\S*|restart|scale|set|start|stop|swap|update|upload|copy|move|register|unregister)$/;

function readAzure(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'azure') return undefined;
  const name = commandName(call);
  if (name === 'login' || name === 'account login') return undefined;
  if (/^(?:account )?(?:logout|clear)\b/.test(name))
    return { ...NO_EFFECTS, closes: ['azure-xplat'] };
  if (name === 'account show') return { ...NO_EFFECTS, probes: 'azure-xplat' };
  if (name === '' || LOCAL.test(name)) return NO_EFFECTS;
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `azure ${name}`,
        effect: effectOf(name.split(' ')),
        audience: audienceOf(name),
        sessions: ['azure-xplat'],
      },
    ],
  };
}

const audienceOf = (name: string): Audience =>
  CLASSIC.test(name) ? 'other' : /^ad\b/.test(name) ? 'microsoft-graph' : 'arm';

/** What follows the verb may be the name of a resource. */
function effectOf(names: readonly string[]): Effect {
  const verb = names.slice(1).find(it => READS.test(it) || WRITES.test(it));
  if (verb === undefined) return 'unknown';
  return READS.test(verb) ? 'read' : 'write';
}
