//! `Connect-MgGraph`: who acts towards Microsoft Graph.
//! Source: https://learn.microsoft.com/powershell/module/microsoft.graph.authentication/connect-mggraph

import { type Call, whyUnknown } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import { type CmdletLine, cmdletParameters, readCmdletLine } from '../../domain/cmdlet-line.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { IdentityKind, SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { ABSENT, isMissing, type Unknown } from '../../domain/value.ts';

const ID = 'connect-mg-graph';

/** Lower case. */
const NAMES = ['connect-mggraph', 'connect-graph'] as const;

export const connectMgGraph: SignInForm = {
  id: ID,
  title: '`Connect-MgGraph`',
  programs: NAMES,
  read,
};

/** `-Credential` is short for the secret of an application here: no user can be given with a password. */
const PARAMETERS = cmdletParameters([
  'AccessToken',
  'Certificate',
  'CertificateSubjectName CertificateSubject CertificateName',
  'CertificateThumbprint',
  'ClientId AppId ApplicationId',
  'ClientSecretCredential SecretCredential Credential',
  'ClientTimeout',
  'ContextScope',
  'Environment EnvironmentName NationalCloud',
  '!EnvironmentVariable',
  '!Identity ManagedIdentity ManagedServiceIdentity MSI',
  '!NoWelcome',
  'Scopes',
  '!SendCertificateChain',
  'TenantId Audience Tenant',
  '!UseDeviceCode UseDeviceAuthentication DeviceCode DeviceAuth Device',
]);

const CERTIFICATES = ['Certificate', 'CertificateSubjectName', 'CertificateThumbprint'];

function read(call: Call, context: Surroundings): SignIn | undefined {
  if (call.kind !== 'command' || !NAMES.some(it => it === programName(call))) return undefined;
  const line = readCmdletLine(call, PARAMETERS);
  const [error] = line.errors;
  if (error !== undefined) return refusedSignIn(ID, call.at, error);
  const identity = identityOf(line, context);
  const unknown = identity === 'unknown' ? whyNot(line) : undefined;
  const isPrincipal = identity.startsWith('service-principal') || identity === 'managed-identity';
  const secret = line.value('ClientSecretCredential');
  const client = line.has('ClientId') ? line.value('ClientId') : secret;
  return newSignIn(ID, call.at, identity, {
    clientId: isPrincipal ? client : ABSENT,
    tenantId: line.value('TenantId'),
    covers: 'rest-of-job',
    opens: ['microsoft-graph'],
    audience: 'microsoft-graph',
    cloud: cloudNamed(line.value('Environment')),
    ...(unknown ? { unknown } : {}),
  });
}

function identityOf(line: CmdletLine, context: Surroundings): IdentityKind {
  if (line.switched('Identity') === 'on') return 'managed-identity';
  if (line.has('AccessToken')) return 'unknown';
  if (line.has('ClientSecretCredential')) return 'service-principal-secret';
  if (CERTIFICATES.some(it => line.has(it))) return 'service-principal-certificate';
  if (line.switched('EnvironmentVariable') === 'on') return ofEnvironment(context);
  if (line.switched('UseDeviceCode') === 'on') return 'user-device-code';
  const isOpen = line.switched('Identity') === 'unknown' || line.opaque.length > 0;
  return isOpen ? 'unknown' : 'user-interactive';
}

/** The order of `EnvironmentCredential`. */
function ofEnvironment(context: Surroundings): IdentityKind {
  const has = (name: string): boolean => !isMissing(context.environment(name));
  if (has('AZURE_CLIENT_SECRET')) return 'service-principal-secret';
  if (has('AZURE_CLIENT_CERTIFICATE_PATH')) return 'service-principal-certificate';
  return has('AZURE_USERNAME') && has('AZURE_PASSWORD') ? 'user-password' : 'unknown';
}

function whyNot(line: CmdletLine): Unknown {
  const token = line.value('AccessToken');
  if (token.kind === 'unknown') return token.why;
  const [spread] = line.opaque;
  return (spread && whyUnknown(spread)) ?? { kind: 'not-evaluated', text: 'Connect-MgGraph' };
}
