//! ARMClient: requests to Azure Resource Manager.
//! Source: https://github.com/projectkudu/ARMClient

import { type Call, wordText } from '../../domain/call.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';

export const armclient: OperationReader = {
  id: 'armclient',
  title: '`armclient`',
  programs: ['armclient'],
  read: readArmclient,
};

const VERBS: ReadonlyMap<string, Effect> = new Map([
  ['get', 'read'],
  ['put', 'write'],
  ['patch', 'write'],
  ['post', 'unknown'],
  ['delete', 'write'],
]);

function readArmclient(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'armclient') return undefined;
  const [, second] = call.words;
  const verb = (second && wordText(second))?.toLowerCase() ?? '';
  if (verb === 'clearcache') return { ...NO_EFFECTS, closes: ['armclient'] };
  const effect = VERBS.get(verb);
  if (!effect) return NO_EFFECTS;
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `armclient ${verb}`,
        effect,
        ...(verb === 'post' ? { isAction: true } : {}),
        audience: 'arm',
        sessions: ['armclient'],
      },
    ],
  };
}
