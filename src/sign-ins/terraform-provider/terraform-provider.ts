//! A provider block of Terraform, or a provider without one: how it signs in to Azure.
//! Source: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs#authenticating-to-azure

import {
  type ArgumentTable,
  AZAPI_ARGUMENTS,
  AZAPI_ORDER,
  AZURERM_ARGUMENTS,
  AZURERM_ORDER,
  argumentsFrom,
  type Method,
} from '../../domain/azure-credentials.ts';
import { type ConstructCall, inputOf } from '../../domain/call.ts';
import type { Audience } from '../../domain/operation.ts';
import type { Remark, SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { terraformSignIn } from '../../domain/terraform-credentials.ts';
import { textOf } from '../../domain/value.ts';
import { staysBelow, type Version } from './versions.ts';

const ID = 'terraform-provider';

export const terraformProvider: SignInForm = {
  id: ID,
  title: 'a Terraform provider for Azure',
  programs: [],
  read(call, context) {
    const isProvider =
      call.kind === 'construct' &&
      (call.type === 'terraform-provider' || call.type === 'terraform-implied-provider');
    return isProvider ? readProvider(call, context) : undefined;
  },
};

interface Provider {
  readonly table: ArgumentTable;
  readonly order: readonly Method[];
  readonly audience: Audience;
  /** The first version that takes the session of a service principal from the Azure CLI. */
  readonly anyoneSince?: Version;
}

const PROVIDERS: ReadonlyMap<string, Provider> = new Map<string, Provider>([
  [
    'azurerm',
    {
      table: AZURERM_ARGUMENTS,
      order: AZURERM_ORDER,
      audience: 'arm',
      anyoneSince: [3, 44, 0],
    },
  ],
  ['azuread', { table: AZURERM_ARGUMENTS, order: AZURERM_ORDER, audience: 'microsoft-graph' }],
  ['azapi', { table: AZAPI_ARGUMENTS, order: AZAPI_ORDER, audience: 'arm' }],
]);

function readProvider(call: ConstructCall, context: Surroundings): SignIn | undefined {
  const provider = PROVIDERS.get(textOf(inputOf(call.args, 'provider')) ?? '');
  if (!provider) return undefined;
  const { table, order, audience } = provider;
  const value = argumentsFrom(
    name => inputOf(call.args, name),
    name => context.environment(name),
    table,
  );
  const { isClosed } = context;
  const signIn = terraformSignIn({ form: ID, at: call.at, value, order, audience, isClosed });
  const remark = usersOnly(signIn, provider, textOf(inputOf(call.args, 'version')));
  return remark ? { ...signIn, remarks: [...signIn.remarks, remark] } : signIn;
}

function usersOnly(
  signIn: SignIn,
  { anyoneSince }: Provider,
  constraint: string | undefined,
): Remark | undefined {
  if (signIn.identity !== 'ambient' || !anyoneSince || constraint === undefined) return undefined;
  if (!staysBelow(constraint, anyoneSince)) return undefined;
  const since = anyoneSince.slice(0, 2).join('.');
  const reason = `versions before ${since} (here \`${constraint}\`) take only a user's session from the Azure CLI`;
  return { kind: 'users-only', reason };
}
