//! `azure login` of the retired Azure CLI 1: a user unless `--service-principal` says otherwise.
//! Source: https://github.com/Azure/azure-xplat-cli, `lib/commands/login._js`

import type { CommandCall } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import { type OptionTable, optionRows } from '../../domain/command-line.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { IdentityKind, Remark, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { detailsOf, type ToolLine, toolLine } from '../../domain/tool-line.ts';
import { ABSENT } from '../../domain/value.ts';
import { applicationName } from '../application-name.ts';

const ID = 'azure-xplat-login';

export const azureXplatLogin: SignInForm = {
  id: ID,
  title: '`azure login`',
  programs: ['azure'],
  read: call =>
    call.kind === 'command' && programName(call) === 'azure' ? readLogin(call) : undefined,
};

const TABLE: OptionTable = {
  style: 'plain',
  options: optionRows([
    '--username -u',
    '--password -p',
    '--environment -e',
    '!--service-principal',
    '--certificate-file',
    '--thumbprint',
    '--tenant',
    '!--quiet -q',
  ]),
};

function readLogin(call: CommandCall): SignIn | undefined {
  const line = toolLine(call, ['login'], TABLE) ?? toolLine(call, ['account', 'login'], TABLE);
  if (!line) return undefined;
  const identity = identityOf(line);
  return newSignIn(ID, call.at, identity, {
    clientId: line.has('service-principal') ? line.value('username') : ABSENT,
    tenantId: line.value('tenant'),
    covers: 'rest-of-job',
    opens: ['azure-xplat'],
    cloud: cloudNamed(line.value('environment')),
    remarks: remarksOf(line, identity),
    ...detailsOf(line, identity, ['password']),
  });
}

function identityOf(line: ToolLine): IdentityKind {
  if (line.has('service-principal')) {
    return line.has('certificate-file')
      ? 'service-principal-certificate'
      : 'service-principal-secret';
  }
  if (line.opaque) return 'unknown';
  return line.has('username') ? 'user-password' : 'user-device-code';
}

function remarksOf(line: ToolLine, identity: IdentityKind): readonly Remark[] {
  const name = identity === 'user-password' ? applicationName(line.value('username')) : undefined;
  return name === undefined
    ? []
    : [{ kind: 'looks-like-application', name, flag: '--service-principal' }];
}
