//! The backend `azurerm`, which keeps Terraform's state, and the data source that reads the state of others.
//! Source: https://developer.hashicorp.com/terraform/language/backend/azurerm

import {
  type Arguments,
  type ArgumentTable,
  AZURERM_ARGUMENTS,
  AZURERM_ORDER,
  argumentsFrom,
  isOn,
} from '../../domain/azure-credentials.ts';
import { type ConstructCall, inputOf } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { terraformSignIn } from '../../domain/terraform-credentials.ts';
import { isMissing, textOf } from '../../domain/value.ts';

const ID = 'terraform-backend';

export const terraformBackend: SignInForm = {
  id: ID,
  title: 'the Terraform backend',
  programs: [],
  read(call, context) {
    const isBackend =
      call.kind === 'construct' &&
      (call.type === 'terraform-backend' || call.type === 'terraform-remote-state');
    if (!isBackend) return undefined;
    const backend = inputOf(call.args, 'backend');
    if (backend.kind === 'unknown') {
      const { why } = backend;
      return newSignIn(ID, call.at, 'unknown', { covers: 'provider', unknown: why });
    }
    // `remote` and `cloud` sign in where the run happens, which is not in the repository.
    return textOf(backend) === 'azurerm' ? readBackend(call, context) : undefined;
  },
};

const TABLE: ArgumentTable = new Map([
  ...AZURERM_ARGUMENTS,
  ['access_key', ['ARM_ACCESS_KEY']],
  ['sas_token', ['ARM_SAS_TOKEN']],
  ['use_azuread_auth', ['ARM_USE_AZUREAD']],
  ['lookup_blob_endpoint', ['ARM_USE_DNS_ZONE_ENDPOINT']],
  ['metadata_host', ['ARM_METADATA_HOSTNAME', 'ARM_METADATA_HOST']],
]);

/** The provider's block is not read: a backend knows its own arguments and the environment. */
function readBackend(call: ConstructCall, context: Surroundings): SignIn {
  const value = argumentsFrom(
    name => inputOf(call.args, name),
    name => context.environment(name),
    TABLE,
  );
  const signIn =
    keyOf(call, value) ??
    terraformSignIn({
      form: ID,
      at: call.at,
      value,
      order: AZURERM_ORDER,
      isClosed: context.isClosed,
      fallback: 'azure-cli',
      // Otherwise it reads the account, and asks for its keys, at Azure Resource Manager.
      audience: isOn(value('use_azuread_auth')) ? 'storage' : 'arm',
    });
  if (signIn.identity !== 'ambient' || context.isClosed || !isPartial(call)) return signIn;
  const unknown = { kind: 'not-in-repository', name: '-backend-config' } as const;
  return { ...signIn, identity: 'unknown', unknown, takes: [] };
}

/** Whoever initialises the root by hand gives the rest, and credentials with it, perhaps. */
const isPartial = ({ type, args }: ConstructCall): boolean =>
  type === 'terraform-backend' && isMissing(inputOf(args, 'storage_account_name'));

/** With a key nobody is asked who they are, unless the address of the account has to be looked up. */
function keyOf(call: ConstructCall, value: Arguments): SignIn | undefined {
  const key = ['access_key', 'sas_token'].map(value).find(it => !isMissing(it));
  if (!key || key.kind === 'absent' || isOn(value('lookup_blob_endpoint'))) return undefined;
  return newSignIn(ID, call.at, 'none', {
    covers: 'provider',
    audience: 'storage',
    secretAt: key.at,
  });
}
