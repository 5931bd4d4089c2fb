//! `m365 login`: who the CLI for Microsoft 365 signs in.
//! Source: https://pnp.github.io/cli-microsoft365/cmd/login

import type { CommandCall } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import { type OptionTable, optionRows } from '../../domain/command-line.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { detailsOf, type ToolLine, toolLine } from '../../domain/tool-line.ts';
import { isMissing, textOf } from '../../domain/value.ts';

const ID = 'm365-login';

export const m365Login: SignInForm = {
  id: ID,
  title: '`m365 login`',
  programs: ['m365', 'microsoft365'],
  read: call =>
    call.kind === 'command' && /^m(?:icrosoft)?365$/.test(programName(call))
      ? readLogin(call)
      : undefined,
};

const TABLE: OptionTable = {
  style: 'plain',
  options: optionRows([
    '--authType -t',
    '--cloud',
    '--userName -u',
    '--password -p',
    '--certificateFile -c',
    '--certificateBase64Encoded',
    '--thumbprint',
    '--appId',
    '--tenant',
    '--secret -s',
    '--connectionName',
    '!--ensure',
    '!-h',
  ]),
};

/** In lower case. */
const TYPES: ReadonlyMap<string, IdentityKind> = new Map([
  ['devicecode', 'user-device-code'],
  ['browser', 'user-interactive'],
  ['password', 'user-password'],
  ['certificate', 'service-principal-certificate'],
  ['secret', 'service-principal-secret'],
  ['identity', 'managed-identity'],
  ['federatedidentity', 'service-principal-federated'],
]);

function readLogin(call: CommandCall): SignIn | undefined {
  const line = toolLine(call, ['login'], TABLE);
  if (!line || line.has('h')) return undefined;
  const identity = identityOf(line);
  if (identity === undefined) {
    return refusedSignIn(ID, call.at, '`authType` is not one that the CLI for Microsoft 365 knows');
  }
  const type = line.value('authType');
  return newSignIn(ID, call.at, identity, {
    clientId: line.value('appId'),
    tenantId: line.value('tenant'),
    covers: 'rest-of-job',
    opens: ['m365'],
    audience: 'microsoft-365',
    cloud: cloudNamed(line.value('cloud')),
    ...(type.kind === 'unknown' ? { unknown: type.why } : {}),
    ...detailsOf(line, identity, ['password', 'secret']),
  });
}

/** `undefined` for a type that it refuses. */
function identityOf(line: ToolLine): IdentityKind | undefined {
  const type = line.value('authType');
  if (type.kind === 'unknown') return 'unknown';
  if (!isMissing(type)) return TYPES.get((textOf(type) ?? '').trim().toLowerCase());
  return line.opaque ? 'unknown' : 'user-device-code';
}
