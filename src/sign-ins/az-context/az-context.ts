//! `Import-AzContext`: the session that somebody saved to a file.
//! Source: https://learn.microsoft.com/powershell/azure/context-persistence

import type { Call } from '../../domain/call.ts';
import { cmdletParameters, readCmdletLine } from '../../domain/cmdlet-line.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { SignIn, SignInForm } from '../../domain/sign-in.ts';
import { textOf } from '../../domain/value.ts';

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

function read(call: Call): SignIn | undefined {
  if (call.kind !== 'command' || !NAMES.some(it => it === programName(call))) return undefined;
  const line = readCmdletLine(call, PARAMETERS);
  const opens = ['azure-powershell'];
  const rest = { covers: 'rest-of-job', opens } as const;
  // The first `Select-AzureRmProfile` called the path a profile.
  const isNamed = line.has('Path') || textOf(line.value('Profile')) !== undefined;
  if (isNamed || line.positionals.length > 0) {
    return newSignIn(ID, call.at, 'user-cached', rest);
  }
  // An object that the script has from somewhere.
  const value = line.has('AzureContext') ? line.value('AzureContext') : line.value('Profile');
  const unknown =
    value.kind === 'unknown' ? value.why : ({ kind: 'not-evaluated', text: 'a context' } as const);
  return newSignIn(ID, call.at, 'unknown', { ...rest, unknown });
}
