//! The Bicep CLI on its own: it builds on this machine, and only publishing needs somebody.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-cli

import { type Call, wordText } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';

export const bicepCli: OperationReader = {
  id: 'bicep-cli',
  title: '`bicep`',
  programs: ['bicep'],
  read: readBicep,
};

/** The order of `credentialPrecedence` when no `bicepconfig.json` sets another. */
const SESSIONS = ['azure-cli', 'azure-powershell'];

const PUBLISH: ReadonlySet<string> = new Set(['publish', 'publish-extension', 'publish-provider']);

function readBicep(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'bicep') return undefined;
  const [, command] = call.words;
  const name = (command && wordText(command)) ?? '';
  if (!PUBLISH.has(name)) return NO_EFFECTS;
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `bicep ${name}`,
        effect: 'write',
        audience: 'container-registry',
        sessions: SESSIONS,
      },
    ],
  };
}
