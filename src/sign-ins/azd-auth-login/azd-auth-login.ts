//! `azd auth login`: who the Azure Developer CLI signs in.
//! Source: https://github.com/Azure/azure-dev/blob/main/cli/azd/cmd/auth_login.go

import { type CommandCall, type Word, whyUnknown, wordText } from '../../domain/call.ts';
import {
  type CommandLine,
  type OptionRow,
  type OptionTable,
  parseCommandLine,
  parseLeadingOptions,
} from '../../domain/command-line.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { ABSENT, textOf, type Unknown, type Value } from '../../domain/value.ts';

const ID = 'azd-auth-login';

export const azdAuthLogin: SignInForm = {
  id: ID,
  title: '`azd auth login`',
  programs: ['azd'],
  codeWords: /\bazd\b/,
  read: call =>
    call.kind === 'command' && programName(call) === 'azd' ? readLogin(call) : undefined,
};

const row = (name: string, takesValue: boolean, short?: string): OptionRow => ({
  name,
  spellings: short === undefined ? [`--${name}`] : [`--${name}`, short],
  takesValue,
});

const GLOBALS: readonly OptionRow[] = [
  row('cwd', true, '-C'),
  row('debug', false),
  row('docs', false),
  row('environment', true, '-e'),
  row('help', false, '-h'),
  row('no-prompt', false),
  row('output', true, '-o'),
  row('trace-log-file', true),
  row('trace-log-url', true),
];

const TABLE: OptionTable = {
  style: 'pflag',
  options: [
    ...GLOBALS,
    row('browser', false),
    row('check-status', false),
    row('claims', true),
    row('client-certificate', true),
    row('client-id', true),
    row('client-secret', true),
    row('federated-credential-provider', true),
    row('managed-identity', false),
    row('redirect-port', true),
    row('scope', true),
    row('tenant-id', true),
    row('use-device-code', false),
  ],
};

/** One of them has to be given for a service principal. */
const CREDENTIALS: readonly (readonly [option: string, identity: IdentityKind])[] = [
  ['client-secret', 'service-principal-secret'],
  ['client-certificate', 'service-principal-certificate'],
  ['federated-credential-provider', 'service-principal-federated'],
];

function readLogin(call: CommandCall): SignIn | undefined {
  const words = loginWords(call.words.slice(1));
  if (!words) return undefined;
  const line = parseCommandLine(words, TABLE);
  if (isOn(line, 'check-status') || isOn(line, 'help')) return undefined;
  const [error] = line.errors;
  if (error !== undefined) return refusedSignIn(ID, call.at, error);
  const value = (name: string): Value<string> => line.options.get(name)?.value ?? ABSENT;
  const identity = identityOf(line);
  if (identity === undefined) {
    const message =
      'must set both `client-id` and `tenant-id`, and one credential, for a service principal';
    return refusedSignIn(ID, call.at, message);
  }
  const secret = value('client-secret');
  const unknown = identity === 'unknown' ? whyOpaque(line) : undefined;
  return newSignIn(ID, call.at, identity, {
    clientId: value('client-id'),
    tenantId: value('tenant-id'),
    covers: 'rest-of-job',
    opens: ['azd'],
    ...(unknown ? { unknown } : {}),
    ...(secret.kind === 'absent' ? {} : { secretAt: secret.at }),
  });
}

/** `undefined` for arguments that azd refuses. */
function identityOf(line: CommandLine): IdentityKind | undefined {
  if (isOn(line, 'managed-identity')) return 'managed-identity';
  const credential = CREDENTIALS.find(([option]) => line.options.has(option));
  const hasOpaque = line.opaque.length > 0;
  if (isGiven(line, 'client-id')) {
    if (!hasOpaque && (!isGiven(line, 'tenant-id') || !credential)) return undefined;
    return credential?.[1] ?? 'unknown';
  }
  if (hasOpaque) return credential?.[1] ?? 'unknown';
  return isOn(line, 'use-device-code') ? 'user-device-code' : 'user-interactive';
}

const isGiven = (line: CommandLine, name: string): boolean => {
  const given = line.options.get(name);
  return given !== undefined && textOf(given.value) !== '';
};

const isOn = (line: CommandLine, name: string): boolean => {
  const given = line.options.get(name);
  return given !== undefined && !/^(?:false|f|0)$/i.test(textOf(given.value) ?? 'true');
};

function whyOpaque(line: CommandLine): Unknown {
  const [first] = line.opaque;
  return (first && whyUnknown(first)) ?? { kind: 'not-evaluated', text: '' };
}

/** What stands behind `auth login`, or behind `login`, which azd had until 1.23. */
function loginWords(words: readonly Word[]): readonly Word[] | undefined {
  const globals: OptionTable = { style: 'pflag', options: GLOBALS };
  const [first, ...rest] = parseLeadingOptions(words, globals).rest;
  const command = first && wordText(first);
  if (command === 'login') return rest;
  if (command !== 'auth') return undefined;
  const [second, ...others] = parseLeadingOptions(rest, globals).rest;
  return second && wordText(second) === 'login' ? others : undefined;
}
