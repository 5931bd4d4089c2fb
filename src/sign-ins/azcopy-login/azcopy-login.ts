//! `azcopy login`, and the variable that makes every AzCopy command sign in by itself.
//! Source: https://learn.microsoft.com/azure/storage/common/storage-use-azcopy-authorize-azure-active-directory

import { type CommandCall, wordText } from '../../domain/call.ts';
import { type CommandLine, parseCommandLine } from '../../domain/command-line.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type {
  IdentityKind,
  Session,
  SignIn,
  SignInForm,
  Surroundings,
} from '../../domain/sign-in.ts';
import { ABSENT, isMissing, textOf, type Value } from '../../domain/value.ts';
import { LOGIN_OPTIONS, TRANSFERS } from './options.ts';

const ID = 'azcopy-login';

export const azcopyLogin: SignInForm = {
  id: ID,
  title: '`azcopy login`',
  programs: ['azcopy'],
  read(call, context) {
    if (call.kind !== 'command' || !/^azcopy(?:_?v?\d+)?$/.test(programName(call)))
      return undefined;
    const command = call.words[1] && wordText(call.words[1]);
    if (command === 'login') return readLogin(call, context);
    return TRANSFERS.has(command ?? '') ? readAutomatic(call, context) : undefined;
  },
};

interface LoginType {
  readonly identity: IdentityKind;
  readonly takes: readonly Session[];
}

const as = (identity: IdentityKind, takes: readonly Session[] = []): LoginType => ({
  identity,
  takes,
});

const DEVICE = as('user-device-code');
const TYPES: ReadonlyMap<string, LoginType> = new Map([
  ['DEVICE', DEVICE],
  ['SPN', as('service-principal-secret')],
  ['MSI', as('managed-identity')],
  ['WORKLOAD', as('service-principal-federated')],
  ['AZCLI', as('ambient', ['azure-cli'])],
  ['PSCRED', as('ambient', ['azure-powershell'])],
]);

function readLogin(call: CommandCall, context: Surroundings): SignIn | undefined {
  const [sub] = call.words.slice(2);
  if (sub && wordText(sub) === 'status') return undefined;
  const line = parseCommandLine(call.words.slice(2), LOGIN_OPTIONS);
  if (line.options.has('help')) return undefined;
  const [error] = line.errors;
  if (error !== undefined) return refusedSignIn(ID, call.at, error);
  const value = (name: string): Value<string> => line.options.get(name)?.value ?? ABSENT;
  const certificate = value('certificate-path');
  const type = typeOf(line);
  const opens: Pick<SignIn, 'covers' | 'opens'> = { covers: 'rest-of-job', opens: ['azcopy'] };
  return signedIn(call, type, certificate, context, {
    ...opens,
    tenantId: value('tenant-id'),
    clientId: isMissing(value('application-id'))
      ? value('identity-client-id')
      : value('application-id'),
  });
}

/** The switches are older than `--login-type`. */
function typeOf(line: CommandLine): Value<string> {
  const given = line.options.get('login-type');
  if (given) return given.value;
  const at = line.options.get('service-principal')?.at ?? line.options.get('identity')?.at;
  if (at) {
    const value = line.options.has('service-principal') ? 'SPN' : 'MSI';
    return { kind: 'known', value, at, via: [] };
  }
  const [opaque] = line.opaque;
  if (!opaque) return ABSENT;
  const why = { kind: 'not-evaluated' as const, text: 'the arguments of `azcopy login`' };
  return { kind: 'unknown', why, at: opaque.at, via: [] };
}

function readAutomatic(call: CommandCall, context: Surroundings): SignIn | undefined {
  const type = context.environment('AZCOPY_AUTO_LOGIN_TYPE');
  if (isMissing(type)) return undefined;
  return signedIn(call, type, ABSENT, context, {
    tenantId: context.environment('AZCOPY_TENANT_ID'),
    clientId: context.environment('AZCOPY_SPA_APPLICATION_ID'),
  });
}

function signedIn(
  call: CommandCall,
  type: Value<string>,
  certificate: Value<string>,
  context: Surroundings,
  rest: Partial<SignIn>,
): SignIn {
  const common = { ...rest, audience: 'storage' as const };
  if (type.kind === 'unknown') {
    return newSignIn(ID, call.at, 'unknown', { ...common, unknown: type.why });
  }
  const found = isMissing(type) ? DEVICE : TYPES.get((textOf(type) ?? '').trim().toUpperCase());
  if (!found) return refusedSignIn(ID, call.at, 'the login type is not one that AzCopy knows');
  if (found.identity !== 'service-principal-secret') {
    return newSignIn(ID, call.at, found.identity, { ...common, takes: found.takes });
  }
  const path = isMissing(certificate) ? context.environment('AZCOPY_SPA_CERT_PATH') : certificate;
  const secret = context.environment('AZCOPY_SPA_CLIENT_SECRET');
  const identity = isMissing(path) ? found.identity : 'service-principal-certificate';
  return newSignIn(ID, call.at, identity, {
    ...common,
    ...(secret.kind === 'absent' ? {} : { secretAt: secret.at }),
  });
}
