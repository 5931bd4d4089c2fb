//! Variables of a workspace of HCP Terraform that say how its runs sign in to Azure.
//! Source: https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/azure-configuration

import { isOn } from '../../domain/azure-credentials.ts';
import type { ConstructCall } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { isMissing } from '../../domain/value.ts';

const ID = 'hcp-terraform';

export const hcpTerraform: SignInForm = {
  id: ID,
  title: 'variables of a workspace of HCP Terraform',
  programs: [],
  read: call =>
    call.kind === 'construct' && call.type === 'hcp-workspace' ? readVariables(call) : undefined,
};

/** A suffix names one of several sets of credentials; of a switch only `true` counts. */
const VARIABLES: readonly {
  readonly name: RegExp;
  readonly identity: IdentityKind;
  readonly isSwitch: boolean;
}[] = [
  {
    name: /^TFC_AZURE_PROVIDER_AUTH(?:_\w+)?$/,
    identity: 'service-principal-federated',
    isSwitch: true,
  },
  { name: /^ARM_USE_MSI$/, identity: 'managed-identity', isSwitch: true },
  { name: /^ARM_USE_OIDC$/, identity: 'service-principal-federated', isSwitch: true },
  { name: /^ARM_CLIENT_SECRET$/, identity: 'service-principal-secret', isSwitch: false },
  {
    name: /^ARM_CLIENT_CERTIFICATE(?:_PATH)?$/,
    identity: 'service-principal-certificate',
    isSwitch: false,
  },
];

function readVariables({ args, at }: ConstructCall): SignIn | undefined {
  for (const [name, value] of args) {
    const found = VARIABLES.find(it => it.name.test(name));
    if (!found || (found.isSwitch ? !isOn(value) : isMissing(value))) continue;
    const { identity, isSwitch } = found;
    const secret = isSwitch || value.kind === 'absent' ? {} : { secretAt: value.at };
    return newSignIn(ID, at, identity, { covers: 'provider', ...secret });
  }
  return undefined;
}
