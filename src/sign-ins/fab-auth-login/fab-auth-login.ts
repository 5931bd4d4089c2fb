//! `fab auth login`: who the Fabric CLI signs in.
//! Source: https://github.com/microsoft/fabric-cli, `src/fabric_cli/parsers/fab_auth_parser.py` and `commands/auth/fab_auth.py`

import type { CommandCall } from '../../domain/call.ts';
import { type OptionTable, optionRows } from '../../domain/command-line.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { detailsOf, identityBy, toolLine } from '../../domain/tool-line.ts';

const ID = 'fab-auth-login';

export const fabAuthLogin: SignInForm = {
  id: ID,
  title: '`fab auth login`',
  programs: ['fab'],
  read: call =>
    call.kind === 'command' && programName(call) === 'fab' ? readLogin(call) : undefined,
};

const TABLE: OptionTable = {
  style: 'argparse',
  options: optionRows([
    '!--azure-cli',
    '--certificate',
    '--federated-token',
    '!--help -h -help',
    '!--identity -I -i',
    '--password -p',
    '--tenant -t',
    '--username -u',
  ]),
};

/** `-u` is an application's id: a user cannot be given with a password. */
const DECIDING: readonly (readonly [string, IdentityKind])[] = [
  ['azure-cli', 'ambient'],
  ['identity', 'managed-identity'],
  ['federated-token', 'service-principal-federated'],
  ['certificate', 'service-principal-certificate'],
  ['password', 'service-principal-secret'],
  ['username', 'service-principal-secret'],
];

function readLogin(call: CommandCall): SignIn | undefined {
  const line = toolLine(call, ['auth', 'login'], TABLE);
  if (!line || line.has('help')) return undefined;
  if (line.error !== undefined) return refusedSignIn(ID, call.at, line.error);
  const identity = identityBy(line, DECIDING, 'user-interactive');
  return newSignIn(ID, call.at, identity, {
    clientId: line.value('username'),
    tenantId: line.value('tenant'),
    covers: 'rest-of-job',
    opens: ['fab'],
    takes: identity === 'ambient' ? ['azure-cli'] : [],
    audience: 'other',
    ...detailsOf(line, identity, ['password']),
  });
}
