//! A provider block of Terraform, or a provider without one: how it signs in to Azure.
//! Source: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs#authenticating-to-azure

import { type Arguments, argumentsFrom } from '../../domain/azure-credentials.ts';
import { type ConstructCall, type Inputs, inputOf } from '../../domain/call.ts';
import {
  isWorkload,
  type Remark,
  type SignIn,
  type SignInForm,
  type Surroundings,
} from '../../domain/sign-in.ts';
import { type Block, terraformSignIn } from '../../domain/terraform-credentials.ts';
import { isMissing, reasonOf, textOf, type Value } from '../../domain/value.ts';
import { AZAPI, AZURERM, AZURESTACK } from './azure-resource-manager.ts';
import { AZUREDEVOPS } from './azuredevops.ts';
import { DATABRICKS } from './databricks.ts';
import { AZUREAD, MICROSOFT365, MICROSOFT365WP, MSGRAPH } from './microsoft-graph.ts';
import { FABRIC, POWERPLATFORM } from './power-platform.ts';
import type { Chooser, Provider } from './provider.ts';
import { staysBelow } from './versions.ts';

const IMPLIED = 'terraform-implied-provider';
const ID = 'terraform-provider';

export const terraformProvider: SignInForm = {
  id: ID,
  title: 'the Terraform provider',
  programs: [],
  read(call, context) {
    const isProvider =
      call.kind === 'construct' && (call.type === 'terraform-provider' || call.type === IMPLIED);
    return isProvider ? readProvider(call, context) : undefined;
  },
};

const PROVIDERS: ReadonlyMap<string, Provider> = new Map<string, Provider>([
  ['azurerm', AZURERM],
  ['azapi', AZAPI],
  ['azurestack', AZURESTACK],
  ['azuread', AZUREAD],
  ['msgraph', MSGRAPH],
  ['microsoft365', MICROSOFT365],
  ['microsoft365wp', MICROSOFT365WP],
  ['azuredevops', AZUREDEVOPS],
  ['powerplatform', POWERPLATFORM],
  ['fabric', FABRIC],
  ['databricks', DATABRICKS],
]);

function readProvider(call: ConstructCall, context: Surroundings): SignIn | undefined {
  const { args, at } = call;
  const provider = PROVIDERS.get(textOf(inputOf(args, 'provider')) ?? '');
  if (!provider || provider.isOfAzure?.(args) === false) return undefined;
  const { table, ownNames, chooser } = provider;
  const value = argumentsFrom(
    name => inputOf(args, ownNames?.get(name) ?? name),
    name => context.environment(name),
    table,
  );
  const block = { ...provider, form: ID, at, value, isClosed: context.isClosed };
  const found = (chooser && chosenSignIn(chooser, block)) ?? terraformSignIn(block);
  const signIn = placed(found, call, value);
  const remark = usersOnly(signIn, provider, versionOf(args));
  return remark ? { ...signIn, remarks: [...signIn.remarks, remark] } : signIn;
}

/** As the argument that names the method says; `undefined` when it says nothing. */
function chosenSignIn({ argument, methods }: Chooser, block: Block): SignIn | undefined {
  const named = block.value(argument);
  if (isMissing(named)) return undefined;
  const method = methods.get(textOf(named)?.toLowerCase() ?? '');
  const { identity, takes = [] } = method ?? { identity: 'unknown' as const };
  const signIn = { ...terraformSignIn(block), identity, takes, remarks: [] };
  return named.kind === 'unknown' ? { ...signIn, unknown: named.why } : signIn;
}

function placed(signIn: SignIn, { type, args }: ConstructCall, value: Arguments): SignIn {
  // Without a block the variables are all that the repository says of it.
  const clientId = value('client_id');
  const isSaid = type === IMPLIED && clientId.kind !== 'absent' && clientId.at.path !== '';
  if (isSaid && isWorkload(signIn.identity)) return { ...signIn, at: clientId.at };
  return leftToOthers(signIn, args, value);
}

/** To the job that gives its token, to the workspace that runs the root. */
function leftToOthers(signIn: SignIn, args: Inputs, value: Arguments): SignIn {
  if (isJobToken(value('personal_access_token'))) return { ...signIn, identity: 'none' };
  const workspace = textOf(inputOf(args, 'remote'));
  if (signIn.identity !== 'ambient' || workspace === undefined) return signIn;
  const unknown = { kind: 'held-by-platform', name: `the workspace of ${workspace}` } as const;
  return { ...signIn, identity: 'unknown', unknown, takes: [] };
}

/** The token of a job in Azure Pipelines is nobody's. */
const isJobToken = (token: Value<string>): boolean =>
  token.kind === 'unknown' && /system[._]?accesstoken/i.test(reasonOf(token.why));

/** The version that is locked, or the constraint. */
const versionOf = (args: Inputs): string | undefined =>
  textOf(inputOf(args, 'locked')) ?? textOf(inputOf(args, 'version'));

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
