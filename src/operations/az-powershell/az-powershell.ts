//! The cmdlets of Azure PowerShell, `Verb-AzNoun`: what each does, to whose interface, and what it starts in turn.
//! Source: https://learn.microsoft.com/powershell/azure/

import { type Call, type CommandCall, wordText } from '../../domain/call.ts';
import { type CmdletLine, cmdletParameters, readCmdletLine } from '../../domain/cmdlet-line.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type Operation,
  type OperationReader,
  type Runs,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { savedSession } from '../../domain/session-folder.ts';
import { audienceOf, isLocal } from './areas.ts';
import { deployedFiles, isDeployment, PARAMETERS } from './deployments.ts';
import { REST_PARAMETERS, restRequest, TOKEN_PARAMETERS, tokenAudience } from './requests.ts';
import { isRunCommand, RUN_PARAMETERS, runScripts } from './run-commands.ts';
import { effectOf, isAction } from './verbs.ts';

/** `New-AzVM` and `New-AzureRmVM`; `New-AzureVM` and `New-AzureADUser` are of other modules. */
const NAME = /^([a-z]+)-(?:azurerm|az(?!ure))([a-z0-9]+)$/;

const SESSION = 'azure-powershell';

export const azPowershell: OperationReader = {
  id: 'az-powershell',
  title: 'Azure PowerShell',
  programs: [],
  codeWords: /pwsh|powershell/,
  programPattern: NAME,
  read,
};

/** Cmdlets that are a sign-in, which is a form's to say. */
const SIGN_INS =
  /^(?:(?:connect|login|add)-(?:az|azurerm)account|import-(?:az|azurerm)context|select-azurermprofile)$/;

const SIGN_OUTS =
  /^(?:(?:disconnect|logout|remove)-(?:az|azurerm)account|clear-(?:az|azurerm)context)$/;

function read(call: Call): Effects | undefined {
  if (call.kind !== 'command') return undefined;
  const name = programName(call);
  const [, verb, noun] = NAME.exec(name) ?? [];
  if (verb === undefined || noun === undefined || SIGN_INS.test(name)) return undefined;
  if (SIGN_OUTS.test(name)) return { ...NO_EFFECTS, closes: [SESSION] };
  const effects = contextEffects(verb, noun, call);
  if (effects) return effects;
  if (noun === 'context' && verb === 'get') return { ...NO_EFFECTS, probes: SESSION };
  if (isLocal(verb, noun)) return NO_EFFECTS;
  return special(verb, noun, call) ?? usual(verb, noun, readCmdletLine(call, []), call);
}

/** What becomes of the session, and where it is kept: a profile is what a context was called at first. */
function contextEffects(verb: string, noun: string, call: CommandCall): Effects | undefined {
  if (noun === 'contextautosave' && verb === 'disable') {
    return { ...NO_EFFECTS, startsAfresh: SESSION };
  }
  if (verb !== 'save' || (noun !== 'context' && noun !== 'profile')) return undefined;
  const line = readCmdletLine(call, SAVE_PARAMETERS);
  const path = line.has('Path') ? line.value('Path') : line.positionals[0];
  const under = path && savedSession(SESSION, path);
  return under === undefined ? NO_EFFECTS : { ...NO_EFFECTS, saves: { session: SESSION, under } };
}

const SAVE_PARAMETERS = cmdletParameters(['Path', '!Force', 'Profile', 'DefaultProfile AzContext']);

function special(verb: string, noun: string, call: CommandCall): Effects | undefined {
  if (verb === 'invoke' && (noun === 'restmethod' || noun === 'rest')) {
    const { effect, audience, isPost } = restRequest(readCmdletLine(call, REST_PARAMETERS));
    return withOperation(operation(call, audience, effect, isPost));
  }
  if (verb === 'get' && noun === 'accesstoken') {
    const line = readCmdletLine(call, TOKEN_PARAMETERS);
    const fetched = operation(call, tokenAudience(line), 'read', false);
    return { ...withOperation(fetched), probes: SESSION };
  }
  if (isDeployment(verb, noun)) {
    const line = readCmdletLine(call, PARAMETERS);
    return usual(verb, noun, line, call, isPreview(line) ? [] : deployedFiles(line));
  }
  if (!isRunCommand(verb, noun)) return undefined;
  const line = readCmdletLine(call, RUN_PARAMETERS);
  return usual(verb, noun, line, call, runScripts(line));
}

function usual(
  verb: string,
  noun: string,
  line: CmdletLine,
  call: CommandCall,
  runs: readonly Runs[] = [],
): Effects {
  const audience = audienceOf(noun);
  const effect = isPreview(line) ? 'read' : effectOf(verb);
  const isChosen = [...line.others.keys()].some(it => CONTEXT.test(it));
  const done = operation(call, audience, effect, isAction(verb));
  return { ...withOperation(isChosen ? { ...done, isChosen } : done), runs };
}

/** Every cmdlet takes the context that it is to act in. */
const CONTEXT = /^(?:defaultprofile|azcontext|azurermcontext|azurecredential)$/i;

const isPreview = (line: CmdletLine): boolean => line.switched('WhatIf') === 'on';

const withOperation = (done: Operation): Effects => ({ ...NO_EFFECTS, operations: [done] });

const operation = (
  call: CommandCall,
  audience: Operation['audience'],
  effect: Effect,
  isPosted: boolean,
): Operation => ({
  at: call.at,
  tool: toolOf(call),
  effect,
  ...(isPosted && audience === 'arm' && effect !== 'read' ? { isAction: true } : {}),
  audience,
  sessions: [SESSION],
});

/** As it is typed, without its module. */
function toolOf(call: CommandCall): string {
  const [first] = call.words;
  const typed = (first && wordText(first)) ?? '';
  return typed.slice(typed.lastIndexOf('\\') + 1);
}
