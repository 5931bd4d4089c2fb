//! The Azure Functions Core Tools: what they do to Azure.
//! Source: https://github.com/Azure/azure-functions-core-tools, `Actions/AzureActions`

import { type Call, wordText } from '../../domain/call.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { commandName } from '../../domain/tool-line.ts';

export const func: OperationReader = {
  id: 'func',
  title: '`func`',
  programs: ['func'],
  read: readFunc,
};

/** By the beginning of their names; an app's name follows. */
const COMMANDS: readonly (readonly [name: string, effect: Effect])[] = [
  ['azure functionapp publish', 'write'],
  ['azure functionapp fetch-app-settings', 'read'],
  ['azure functionapp list-functions', 'read'],
  ['azure functionapp logstream', 'read'],
  ['azure storage fetch-connection-string', 'read'],
  ['azurecontainerapps deploy', 'write'],
];

function readFunc(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'func') return undefined;
  const name = commandName(call);
  const found = COMMANDS.find(([beginning]) => `${name} `.startsWith(`${beginning} `));
  // Whose token it is cannot be told.
  const hasToken = call.words.some(it => /^--access-token/.test(wordText(it) ?? ''));
  if (!found || hasToken) return NO_EFFECTS;
  const [tool, effect] = found;
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `func ${tool}`,
        effect,
        audience: 'arm',
        sessions: ['azure-cli', 'azure-powershell'],
      },
    ],
  };
}
