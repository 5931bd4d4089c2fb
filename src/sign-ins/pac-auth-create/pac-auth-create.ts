//! `pac auth create`: who the Power Platform CLI signs in.
//! Source: https://learn.microsoft.com/power-platform/developer/cli/reference/auth#pac-auth-create

import type { CommandCall } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import { type OptionTable, optionRows } from '../../domain/command-line.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { detailsOf, identityBy, type ToolLine, toolLine } from '../../domain/tool-line.ts';
import { ABSENT } from '../../domain/value.ts';

const ID = 'pac-auth-create';

export const pacAuthCreate: SignInForm = {
  id: ID,
  title: '`pac auth create`',
  programs: ['pac'],
  read: call =>
    call.kind === 'command' && programName(call) === 'pac' ? readCreate(call) : undefined,
};

const TABLE: OptionTable = {
  style: 'plain',
  options: optionRows([
    '--applicationId -id -a',
    '!--azureDevOpsFederated -adof',
    '--certificateDiskPath -cdp',
    '--certificatePassword -cp',
    '--clientSecret -cs',
    '--cloud -ci',
    '!--deviceCode -dc',
    '--environment -env',
    '!--githubFederated -ghf',
    '--kind -k',
    '!--managedIdentity -mi',
    '--name -n',
    '--password -p',
    '--tenant -t',
    '--url -u',
    '--username -un',
  ]),
};

const DECIDING: readonly (readonly [string, IdentityKind])[] = [
  ['managedIdentity', 'managed-identity'],
  ['githubFederated', 'service-principal-federated'],
  ['azureDevOpsFederated', 'service-principal-federated'],
  ['certificateDiskPath', 'service-principal-certificate'],
  ['clientSecret', 'service-principal-secret'],
  ['applicationId', 'service-principal-secret'],
  ['deviceCode', 'user-device-code'],
];

function readCreate(call: CommandCall): SignIn | undefined {
  const line = toolLine(call, ['auth', 'create'], TABLE);
  if (!line) return undefined;
  const identity = identityBy(line, DECIDING, personIn(line));
  return newSignIn(ID, call.at, identity, {
    clientId: line.has('applicationId') ? line.value('applicationId') : ABSENT,
    tenantId: line.value('tenant'),
    covers: 'rest-of-job',
    opens: ['pac'],
    audience: 'power-platform',
    cloud: cloudNamed(line.value('cloud')),
    ...detailsOf(line, identity, ['clientSecret', 'password']),
  });
}

/** A name alone is filled into the dialog. */
const personIn = (line: ToolLine): IdentityKind =>
  line.has('password') ? 'user-password' : 'user-interactive';
