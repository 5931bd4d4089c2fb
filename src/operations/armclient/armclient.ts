//! ARMClient: requests to Azure Resource Manager.
//! Source: https://github.com/projectkudu/ARMClient

import { type Call, wordText } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { effectOfMethod } from '../request-effect.ts';

export const armclient: OperationReader = {
  id: 'armclient',
  title: '`armclient`',
  programs: ['armclient'],
  read: readArmclient,
};

const VERBS: ReadonlySet<string> = new Set(['get', 'put', 'patch', 'post', 'delete']);

function readArmclient(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'armclient') return undefined;
  const [, second] = call.words;
  const verb = (second && wordText(second))?.toLowerCase() ?? '';
  if (verb === 'clearcache') return { ...NO_EFFECTS, closes: ['armclient'] };
  if (!VERBS.has(verb)) return NO_EFFECTS;
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `armclient ${verb}`,
        effect: effectOfMethod(verb),
        ...(verb === 'post' ? { isAction: true } : {}),
        audience: 'arm',
        sessions: ['armclient'],
      },
    ],
  };
}
