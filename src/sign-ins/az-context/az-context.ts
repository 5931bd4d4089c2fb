//! `Import-AzContext`: the session that somebody saved to a file.
//! Source: https://learn.microsoft.com/powershell/azure/context-persistence

import type { Call } from '../../domain/call.ts';
import { type CmdletLine, cmdletParameters, readCmdletLine } from '../../domain/cmdlet-line.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import { savedSession } from '../../domain/session-folder.ts';
import type { SignIn, SignInForm } from '../../domain/sign-in.ts';
import { textOf, type Value } from '../../domain/value.ts';

const ID = 'az-context';

/** Lower case. */
const NAMES = ['import-azcontext', 'import-azurermcontext', 'select-azurermprofile'] as const;

export const azContext: SignInForm = {
  id: ID,
  title: '`Import-AzContext`',
  programs: NAMES,
  read,
};

const PARAMETERS = cmdletParameters([
  'AzureContext AzureRMContext',
  'DefaultProfile AzContext AzureCredential',
  'Path',
  'Profile',
  'Scope',
]);

/** The first `Select-AzureRmProfile` called it a profile. */
function pathOf(line: CmdletLine): Value<string> | undefined {
  if (line.has('Path')) return line.value('Path');
  const profile = line.value('Profile');
  return textOf(profile) === undefined ? line.positionals[0] : profile;
}

const SESSION = 'azure-powershell';

function read(call: Call): SignIn | undefined {
  if (call.kind !== 'command' || !NAMES.some(it => it === programName(call))) return undefined;
  const line = readCmdletLine(call, PARAMETERS);
  const isBrief = /^process$/i.test(textOf(line.value('Scope')) ?? '');
  const rest = { covers: isBrief ? 'process' : 'rest-of-job', opens: [SESSION] } as const;
  const path = pathOf(line);
  if (path) {
    const restores = savedSession(SESSION, path);
    return newSignIn(ID, call.at, 'user-cached', { ...rest, ...(restores ? { restores } : {}) });
  }
  // An object that the script has from somewhere.
  const value = line.has('AzureContext') ? line.value('AzureContext') : line.value('Profile');
  const unknown =
    value.kind === 'unknown' ? value.why : ({ kind: 'not-evaluated', text: 'a context' } as const);
  return newSignIn(ID, call.at, 'unknown', { ...rest, unknown });
}
