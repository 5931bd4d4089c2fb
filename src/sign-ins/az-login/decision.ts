//! The order in which the Azure CLI reads what `az login` was given.
//! Source: https://github.com/Azure/azure-cli/blob/dev/src/azure-cli/azure/cli/command_modules/profile/custom.py

import { whyUnknown } from '../../domain/call.ts';
import type { CommandLine } from '../../domain/command-line.ts';
import type { IdentityKind, Remark } from '../../domain/sign-in.ts';
import { ABSENT, textOf, type Unknown, type Value } from '../../domain/value.ts';
import { applicationName } from '../application-name.ts';
import { INTERNAL, OUTPUTS } from './options.ts';

export type Decision =
  | {
      readonly kind: 'identity';
      readonly identity: IdentityKind;
      readonly remarks: readonly Remark[];
      readonly unknown?: Unknown;
    }
  | { readonly kind: 'refused'; readonly message: string };

/** The options as the Azure CLI looks at them. */
export interface Given {
  value(name: string): Value<string>;
  /** An empty string is nothing to it; unknown text is something. */
  has(name: string): boolean;
  /** For a switch. */
  isOn(name: string): boolean;
}

export function givenOf(line: CommandLine): Given {
  const value = (name: string): Value<string> => line.options.get(name)?.value ?? ABSENT;
  return {
    value,
    has: name => value(name).kind !== 'absent' && textOf(value(name)) !== '',
    isOn: name => line.options.has(name),
  };
}

export function decide(given: Given, line: CommandLine): Decision {
  const message = refusalOf(given, line);
  if (message !== undefined) return { kind: 'refused', message };
  if (given.isOn('identity')) return as('managed-identity');
  if (given.isOn('service-principal')) return as(principalOf(given));
  // Together with anything that signs in another way it would be refused, whatever the unknown words are.
  if (given.isOn('use-device-code')) return as('user-device-code', remarksOf(given));
  const [opaque] = line.opaque;
  if (opaque) {
    const unknown = whyUnknown(opaque) ?? { kind: 'not-evaluated', text: '' };
    return { kind: 'identity', identity: 'unknown', remarks: [], unknown };
  }
  return as(given.has('username') ? 'user-password' : 'user-interactive', remarksOf(given));
}

const as = (identity: IdentityKind, remarks: readonly Remark[] = []): Decision => ({
  kind: 'identity',
  identity,
  remarks,
});

/** Of several the Azure CLI takes the secret first, then the certificate. Until 2.66 `-p` took a certificate too. */
export function principalOf(given: Given): IdentityKind {
  if (given.has('password')) {
    const isFile = textOf(given.value('password'))?.toLowerCase().endsWith('.pem') ?? false;
    return isFile ? 'service-principal-certificate' : 'service-principal-secret';
  }
  if (given.has('certificate')) return 'service-principal-certificate';
  return given.has('federated-token') ? 'service-principal-federated' : 'service-principal-secret';
}

function remarksOf(given: Given): readonly Remark[] {
  const name = applicationName(given.value('username'));
  const remarks: Remark[] = [];
  if (name !== undefined)
    remarks.push({ kind: 'looks-like-application', name, flag: '--service-principal' });
  for (const method of ['federated-token', 'certificate']) {
    if (!given.has(method)) continue;
    const missing = given.has('username')
      ? ['--service-principal']
      : ['--service-principal', '--username'];
    remarks.push({ kind: 'incomplete', method: `--${method}`, missing });
  }
  return remarks;
}

/** What the Azure CLI says to arguments that it does not take together; what is unknown might complete them. */
function refusalOf(given: Given, line: CommandLine): string | undefined {
  const [error] = line.errors;
  if (error !== undefined) return error;
  const hasOpaque = line.opaque.length > 0;
  if (line.positionals.length > 0 && !hasOpaque) return 'unrecognized arguments';
  if (given.isOn(INTERNAL)) return 'unrecognized argument: --cmd';
  const output = textOf(given.value('output'));
  if (output !== undefined && !OUTPUTS.has(output.toLowerCase())) {
    return 'argument --output/-o: invalid choice';
  }
  const isPrincipal = given.isOn('service-principal');
  const isIdentity = given.isOn('identity');
  if (isIdentity && (isPrincipal || given.has('password') || given.has('tenant'))) {
    return "usage error: '--identity' is not applicable with other arguments";
  }
  const isOther = isPrincipal || isIdentity || given.has('password') || given.has('username');
  if (given.isOn('use-device-code') && isOther) {
    return "usage error: '--use-device-code' is not applicable with other arguments";
  }
  if (hasOpaque) return undefined;
  if (given.isOn('use-cert-sn-issuer') && !isPrincipal) {
    return "usage error: '--use-sn-issuer' is only applicable with a service principal";
  }
  if (given.isOn('skip-subscription-discovery') && !given.has('tenant')) {
    return "'--skip-subscription-discovery' requires '--tenant'";
  }
  return isPrincipal && !given.has('username')
    ? 'usage error: --service-principal --username NAME --password SECRET --tenant TENANT'
    : undefined;
}
