//! Builders of Packer for Azure: whom they build an image as.
//! Source: https://developer.hashicorp.com/packer/integrations/hashicorp/azure/latest/components/builder/arm

import { isOn } from '../../domain/azure-credentials.ts';
import { type ConstructCall, inputOf } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { isMissing, textOf, type Value } from '../../domain/value.ts';

const ID = 'packer-azure';

const BUILDERS: ReadonlySet<string> = new Set(['azure-arm', 'azure-chroot', 'azure-dtl']);

export const packerAzure: SignInForm = {
  id: ID,
  title: "Packer's builders for Azure",
  programs: [],
  read(call) {
    const isBuilder = call.kind === 'construct' && call.type === 'packer-builder';
    if (!isBuilder || !BUILDERS.has(textOf(inputOf(call.args, 'builder')) ?? '')) return undefined;
    return readBuilder(call);
  },
};

/** The first of these that is given; they exclude each other. */
const CREDENTIALS: readonly (readonly [string, IdentityKind])[] = [
  ['client_secret', 'service-principal-secret'],
  ['client_cert_path', 'service-principal-certificate'],
  ['client_jwt', 'service-principal-federated'],
  ['oidc_request_token', 'service-principal-federated'],
  ['oidc_request_url', 'service-principal-federated'],
];

function readBuilder({ args, at }: ConstructCall): SignIn {
  const value = (name: string): Value<string> => inputOf(args, name);
  const secret = value('client_secret');
  const common: Partial<SignIn> = {
    clientId: value('client_id'),
    tenantId: value('tenant_id'),
    covers: 'provider',
    cloud: cloudNamed(value('cloud_environment_name')),
    ...(isMissing(secret) || secret.kind === 'absent' ? {} : { secretAt: secret.at }),
  };
  // Until version 2 of the plugin.
  if (isOn(value('use_interactive_auth'))) return newSignIn(ID, at, 'user-device-code', common);
  if (isOn(value('use_azure_cli_auth'))) {
    return newSignIn(ID, at, 'ambient', { ...common, takes: ['azure-cli'] });
  }
  const [, identity] = CREDENTIALS.find(([name]) => !isMissing(value(name))) ?? [];
  if (identity) return newSignIn(ID, at, identity, common);
  if (isMissing(value('tenant_id'))) return newSignIn(ID, at, 'managed-identity', common);
  const message = 'No valid set of authentication values specified';
  return newSignIn(ID, at, 'none', { ...common, remarks: [{ kind: 'usage-error', message }] });
}
