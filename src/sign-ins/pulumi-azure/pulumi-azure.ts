//! Pulumi's Azure providers: their configuration, else the environment, else the session of the Azure CLI.
//! Sources: https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/provider/auth_azidentity.go,
//! https://www.pulumi.com/registry/packages/azure-native/installation-configuration/

import {
  type Arguments,
  AZURERM_ARGUMENTS,
  AZURERM_ORDER,
  argumentsFrom,
  isOn,
} from '../../domain/azure-credentials.ts';
import { type ConstructCall, inputOf } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { terraformSignIn } from '../../domain/terraform-credentials.ts';
import { textOf } from '../../domain/value.ts';

const ID = 'pulumi-azure';

export const pulumiAzure: SignInForm = {
  id: ID,
  title: 'an Azure provider of Pulumi',
  programs: [],
  read: (call, context) =>
    call.kind === 'construct' && call.type === 'pulumi-provider'
      ? readProvider(call, context)
      : undefined,
};

const NATIVE = 'azure-native';

const PROVIDERS: ReadonlySet<string> = new Set([NATIVE, 'azure', 'azuread']);

/** It has the arguments of Terraform's providers under names of its own. */
const TABLE = new Map([
  ...AZURERM_ARGUMENTS,
  ['use_default_azure_credential', ['ARM_USE_DEFAULT_AZURE_CREDENTIAL']] as const,
]);

function readProvider(call: ConstructCall, context: Surroundings): SignIn | undefined {
  const provider = textOf(inputOf(call.args, 'provider')) ?? '';
  if (!PROVIDERS.has(provider)) return undefined;
  const value: Arguments = argumentsFrom(
    name => inputOf(call.args, camelCase(name)),
    name => context.environment(name),
    TABLE,
  );
  const { at } = call;
  const audience = provider === 'azuread' ? 'microsoft-graph' : 'arm';
  if (provider === NATIVE && isOn(value('use_default_azure_credential'))) {
    // Variables and managed identities come first in that chain; what a runner has of them is not known.
    return newSignIn(ID, at, 'ambient', { covers: 'provider', takes: ['azure-cli', 'azd'] });
  }
  const { isClosed } = context;
  const order = AZURERM_ORDER;
  const signIn = terraformSignIn({
    form: ID,
    at,
    value,
    order,
    audience,
    isClosed,
    fallback: 'azure-cli',
  });
  // The native provider does not skip what is incomplete: it stops.
  return provider === NATIVE ? { ...signIn, remarks: [] } : signIn;
}

/** `client_id` is `clientId`. */
const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_underscore, letter: string) => letter.toUpperCase());
