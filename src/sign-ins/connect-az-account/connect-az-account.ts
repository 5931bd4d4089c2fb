//! `Connect-AzAccount`: who it signs in, by the parameter set that its parameters select.

import { type Call, type CommandCall, whyUnknown } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import { type CmdletLine, readCmdletLine } from '../../domain/cmdlet-line.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { IdentityKind, Remark, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { ABSENT, textOf, type Unknown } from '../../domain/value.ts';
import { applicationName } from '../application-name.ts';
import { CLASSIC, CLASSIC_PARAMETERS, NAMES, PARAMETERS } from './parameters.ts';

const ID = 'connect-az-account';

export const connectAzAccount: SignInForm = {
  id: ID,
  title: '`Connect-AzAccount`',
  programs: [...NAMES, CLASSIC],
  read,
};

function read(call: Call): SignIn | undefined {
  if (call.kind !== 'command') return undefined;
  const name = programName(call);
  if (name === CLASSIC) return readClassic(call);
  return NAMES.includes(name) ? readConnect(call) : undefined;
}

function readConnect(call: CommandCall): SignIn | undefined {
  const line = readCmdletLine(call, PARAMETERS);
  if (line.switched('WhatIf') === 'on') return undefined;
  const [error] = line.errors;
  if (error !== undefined) return refusedSignIn(ID, call.at, error);
  const identity = identityOf(line);
  if (identity === undefined) {
    return refusedSignIn(ID, call.at, '`-ApplicationId` needs a certificate or a federated token');
  }
  const unknown = identity === 'unknown' ? whyNot(line) : undefined;
  return newSignIn(ID, call.at, identity, {
    clientId: clientIdOf(line, identity),
    tenantId: line.value('Tenant'),
    covers: /^process$/i.test(textOf(line.value('Scope')) ?? '') ? 'process' : 'rest-of-job',
    opens: ['azure-powershell'],
    cloud: cloudNamed(line.value('Environment')),
    remarks: remarksOf(line, identity),
    ...(unknown ? { unknown } : {}),
  });
}

/** `undefined` for parameters of no set. What is spread and not known counts only where it could change something. */
function identityOf(line: CmdletLine): IdentityKind | undefined {
  const principal = line.switched('ServicePrincipal');
  if (line.switched('Identity') === 'on') return 'managed-identity';
  if (line.has('AccessToken')) return 'unknown';
  if (line.has('FederatedToken')) return 'service-principal-federated';
  if (line.has('CertificateThumbprint') || line.has('CertificatePath')) {
    return 'service-principal-certificate';
  }
  if (principal === 'on') return 'service-principal-secret';
  if (principal === 'unknown' || line.switched('Identity') === 'unknown') return 'unknown';
  if (line.switched('UseDeviceAuthentication') === 'on') return 'user-device-code';
  if (line.opaque.length > 0) return 'unknown';
  if (line.has('ApplicationId')) return undefined;
  return line.has('Credential') ? 'user-password' : 'user-interactive';
}

function whyNot(line: CmdletLine): Unknown {
  const [spread] = line.opaque;
  const token = line.value('AccessToken');
  if (token.kind === 'unknown') return token.why;
  const switches = ['ServicePrincipal', 'Identity'].map(it => line.value(it));
  const open = switches.find(it => it.kind === 'unknown');
  if (open?.kind === 'unknown') return open.why;
  return (spread && whyUnknown(spread)) ?? { kind: 'not-evaluated', text: 'an access token' };
}

function clientIdOf(line: CmdletLine, identity: IdentityKind): SignIn['clientId'] {
  switch (identity) {
    case 'managed-identity':
      return line.value('AccountId');
    case 'service-principal-secret':
      return line.value('Credential');
    case 'service-principal-certificate':
    case 'service-principal-federated':
      return line.value('ApplicationId');
    default:
      return ABSENT;
  }
}

function remarksOf(line: CmdletLine, identity: IdentityKind): readonly Remark[] {
  const name = identity === 'user-password' ? applicationName(line.value('Credential')) : undefined;
  return name === undefined
    ? []
    : [{ kind: 'looks-like-application', name, flag: '-ServicePrincipal' }];
}

/** Another interface, retired since: no workload could ever use it. */
function readClassic(call: CommandCall): SignIn {
  const line = readCmdletLine(call, CLASSIC_PARAMETERS);
  const [spread] = line.opaque;
  const why = spread && !line.has('Credential') ? whyUnknown(spread) : undefined;
  const hasCredential = line.has('Credential') || line.positionals.length > 1;
  const identity = why ? 'unknown' : hasCredential ? 'user-password' : 'user-interactive';
  return newSignIn(ID, call.at, identity, {
    tenantId: line.value('Tenant'),
    covers: 'rest-of-job',
    opens: ['azure-classic'],
    audience: 'other',
    cloud: cloudNamed(line.value('Environment')),
    ...(why ? { unknown: why } : {}),
  });
}
