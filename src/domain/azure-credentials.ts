//! How Terraform's Azure providers and its azurerm backend choose a way to sign in: the same arguments, in an order.
//! Sources: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs#argument-reference,
//! https://github.com/hashicorp/go-azure-sdk/blob/main/sdk/auth/auth.go,
//! https://developer.hashicorp.com/terraform/language/backend/azurerm

import type { IdentityKind, Remark, Session } from './sign-in.ts';
import { ABSENT, isMissing, textOf, type Value } from './value.ts';

/** The environment variables that stand in for an argument, in order. */
export type ArgumentTable = ReadonlyMap<string, readonly string[]>;

export const AZURERM_ARGUMENTS: ArgumentTable = new Map([
  ['tenant_id', ['ARM_TENANT_ID']],
  ['client_id', ['ARM_CLIENT_ID']],
  ['client_id_file_path', ['ARM_CLIENT_ID_FILE_PATH']],
  ['client_secret', ['ARM_CLIENT_SECRET']],
  ['client_secret_file_path', ['ARM_CLIENT_SECRET_FILE_PATH']],
  ['client_certificate', ['ARM_CLIENT_CERTIFICATE']],
  ['client_certificate_path', ['ARM_CLIENT_CERTIFICATE_PATH']],
  ['use_oidc', ['ARM_USE_OIDC']],
  ['use_aks_workload_identity', ['ARM_USE_AKS_WORKLOAD_IDENTITY']],
  ['use_msi', ['ARM_USE_MSI']],
  ['use_cli', ['ARM_USE_CLI']],
  ['environment', ['ARM_ENVIRONMENT']],
  ['metadata_host', ['ARM_METADATA_HOSTNAME']],
]);

export const AZAPI_ARGUMENTS: ArgumentTable = new Map([
  ...AZURERM_ARGUMENTS,
  ['client_id', ['ARM_CLIENT_ID', 'AZURE_CLIENT_ID']],
]);

export interface Method {
  /** What a person calls it. */
  readonly name: string;
  readonly identity: IdentityKind;
  /** Any of these says that this method is meant. */
  readonly signs: readonly string[];
  /** `switch`: it is off until a sign is true. */
  readonly turnedOnBy: 'switch' | 'value';
  /** Of each group one argument has to be there. */
  readonly needs: readonly (readonly string[])[];
  /** For `ambient`: see `SignIn.takes`. */
  readonly takes?: readonly Session[];
}

const CLIENT: readonly (readonly string[])[] = [
  ['client_id', 'client_id_file_path'],
  ['tenant_id'],
];

export const CERTIFICATE: Method = {
  name: 'client certificate',
  identity: 'service-principal-certificate',
  signs: ['client_certificate', 'client_certificate_path'],
  turnedOnBy: 'value',
  needs: CLIENT,
};

export const SECRET: Method = {
  name: 'client secret',
  identity: 'service-principal-secret',
  signs: ['client_secret', 'client_secret_file_path'],
  turnedOnBy: 'value',
  needs: CLIENT,
};

/** The token, or where to ask for one, is not looked at: the platform puts it into the environment. */
export const OPENID: Method = {
  name: 'OpenID Connect',
  identity: 'service-principal-federated',
  signs: ['use_oidc'],
  turnedOnBy: 'switch',
  needs: CLIENT,
};

/** The cluster gives the pod all three: client, tenant and token file. */
export const AKS: Method = {
  name: 'AKS workload identity',
  identity: 'service-principal-federated',
  signs: ['use_aks_workload_identity'],
  turnedOnBy: 'switch',
  needs: [],
};

export const MANAGED: Method = {
  name: 'managed identity',
  identity: 'managed-identity',
  signs: ['use_msi'],
  turnedOnBy: 'switch',
  needs: [],
};

export const AZURERM_ORDER: readonly Method[] = [CERTIFICATE, SECRET, OPENID, AKS, MANAGED];

export const AZAPI_ORDER: readonly Method[] = [OPENID, AKS, SECRET, CERTIFICATE, MANAGED];

/** An argument's value, from the block or, where it is missing or empty, from the environment. */
export type Arguments = (name: string) => Value<string>;

export function argumentsFrom(
  block: (name: string) => Value<string>,
  environment: (name: string) => Value<string>,
  table: ArgumentTable,
): Arguments {
  return name => {
    const given = block(name);
    if (!isMissing(given)) return given;
    for (const variable of table.get(name) ?? []) {
      const value = environment(variable);
      if (!isMissing(value)) return value;
    }
    return ABSENT;
  };
}

export interface Choice {
  /** `undefined`: nothing is configured, what is left is the session of the Azure CLI. */
  readonly method: Method | undefined;
  /** What was skipped in silence before it. */
  readonly remarks: readonly Remark[];
}

/** `isClosed`: what is not given is not there; else the environment may hold what a switch that is on asks for. */
export function chosenMethod(
  value: Arguments,
  order: readonly Method[],
  isClosed: boolean,
): Choice {
  const remarks: Remark[] = [];
  for (const method of order) {
    if (!isMeant(method, value)) continue;
    const missing = missingOf(method, value);
    const isTrusted = !isClosed && method.turnedOnBy === 'switch';
    if (missing.length === 0 || isTrusted) return { method, remarks };
    remarks.push({ kind: 'incomplete', method: method.name, missing });
  }
  const hasClient = CLIENT[0]?.some(name => !isMissing(value(name))) ?? false;
  if (remarks.length === 0 && hasClient) {
    const missing = [...missingOf(SECRET, value), 'client_secret'];
    remarks.push({ kind: 'incomplete', method: SECRET.name, missing });
  }
  return { method: undefined, remarks };
}

function isMeant(method: Method, value: Arguments): boolean {
  return method.signs.some(name =>
    method.turnedOnBy === 'switch' ? isOn(value(name)) : !isMissing(value(name)),
  );
}

const missingOf = (method: Method, value: Arguments): readonly string[] =>
  method.needs.flatMap(group =>
    group.some(name => !isMissing(value(name))) ? [] : group.slice(0, 1),
  );

/** An unknown switch counts as on: somebody took the trouble to set it. */
export const isOn = (value: Value<string>): boolean =>
  value.kind === 'unknown' || /^(?:true|t|1)$/i.test(textOf(value)?.trim() ?? '');

/** Surely off, in words Go takes for it. */
export const isOff = (value: Value<string>): boolean =>
  /^(?:false|f|0)$/i.test(textOf(value)?.trim() ?? '');
