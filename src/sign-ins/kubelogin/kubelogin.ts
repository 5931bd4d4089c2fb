//! `kubelogin`: who `kubectl` and `helm` are to a cluster of Azure Kubernetes Service.
//! Source: https://github.com/Azure/kubelogin, `pkg/internal/token/options.go`

import type { CommandCall } from '../../domain/call.ts';
import { type OptionTable, optionRows } from '../../domain/command-line.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type {
  IdentityKind,
  Session,
  SignIn,
  SignInForm,
  Surroundings,
} from '../../domain/sign-in.ts';
import { detailsOf, type ToolLine, toolLine } from '../../domain/tool-line.ts';
import { isMissing, textOf, type Value } from '../../domain/value.ts';

const ID = 'kubelogin';

export const kubelogin: SignInForm = {
  id: ID,
  title: '`kubelogin`',
  programs: ['kubelogin'],
  codeWords: /kubelogin/,
  read: (call, context) =>
    call.kind === 'command' && programName(call) === 'kubelogin'
      ? (readConvert(call, context) ?? readToken(call, context))
      : undefined,
};

const TABLE: OptionTable = {
  style: 'pflag',
  options: optionRows([
    '--login -l',
    '--client-id',
    '--client-secret',
    '--client-certificate',
    '--client-certificate-password',
    '--username',
    '--password',
    '--identity-resource-id',
    '--server-id',
    '--federated-token-file',
    '--authority-host',
    '--token-cache-dir',
    '--tenant-id -t',
    '--environment -e',
    '!--legacy',
    '!--use-azurerm-env-vars',
    '!--disable-environment-override',
    '!--pop-enabled',
    '--pop-claims',
    '--timeout',
    '--kubeconfig',
    '--context',
    '--azure-config-dir',
    '--redirect-url',
    '--login-hint',
    '--azure-pipelines-service-connection-id',
  ]),
};

interface Mode {
  readonly identity: IdentityKind;
  readonly takes: readonly Session[];
}

const as = (identity: IdentityKind, takes: readonly Session[] = []): Mode => ({ identity, takes });

const MODES: ReadonlyMap<string, Mode> = new Map([
  ['devicecode', as('user-device-code')],
  ['interactive', as('user-interactive')],
  ['ropc', as('user-password')],
  ['spn', as('service-principal-secret')],
  ['msi', as('managed-identity')],
  ['workloadidentity', as('service-principal-federated')],
  ['azurepipelines', as('service-principal-federated')],
  ['azurecli', as('ambient', ['azure-cli'])],
  ['azd', as('ambient', ['azd'])],
]);

const CERTIFICATES = ['AAD_SERVICE_PRINCIPAL_CLIENT_CERTIFICATE', 'AZURE_CLIENT_CERTIFICATE_PATH'];

/** What it writes holds for every later command of `kubectl`. */
function readConvert(call: CommandCall, context: Surroundings): SignIn | undefined {
  const line = toolLine(call, ['convert-kubeconfig'], TABLE);
  return line && signIn(call, line, context, { covers: 'rest-of-job', opens: ['kubernetes'] });
}

/** Another program of this name knows no server: it signs in to any provider of OpenID Connect. */
function readToken(call: CommandCall, context: Surroundings): SignIn | undefined {
  const line = toolLine(call, ['get-token'], TABLE);
  return line?.has('server-id') ? signIn(call, line, context, {}) : undefined;
}

function signIn(
  call: CommandCall,
  line: ToolLine,
  context: Surroundings,
  rest: Partial<SignIn>,
): SignIn {
  const method = methodOf(line, context);
  const common = { ...rest, audience: 'kubernetes' as const };
  if (method.kind === 'unknown') {
    return newSignIn(ID, call.at, 'unknown', { ...common, unknown: method.why });
  }
  if (isMissing(method) && line.opaque) {
    return newSignIn(ID, call.at, 'unknown', { ...common, unknown: line.opaque });
  }
  const mode = MODES.get(isMissing(method) ? 'devicecode' : (textOf(method) ?? ''));
  if (!mode) return refusedSignIn(ID, call.at, 'the login method is not a supported one');
  const hasCertificate =
    line.has('client-certificate') || CERTIFICATES.some(it => !isMissing(context.environment(it)));
  const isCertificate = mode.identity === 'service-principal-secret' && hasCertificate;
  const identity = isCertificate ? 'service-principal-certificate' : mode.identity;
  return newSignIn(ID, call.at, identity, {
    ...common,
    takes: mode.takes,
    clientId: line.value('client-id'),
    tenantId: line.value('tenant-id'),
    ...detailsOf(line, identity, ['client-secret', 'password']),
  });
}

/** The environment goes before the option, unless it is told not to look. */
function methodOf(line: ToolLine, context: Surroundings): Value<string> {
  const variable = context.environment('AAD_LOGIN_METHOD');
  const isOverridden = !isMissing(variable) && !line.has('disable-environment-override');
  return isOverridden ? variable : line.value('login');
}
