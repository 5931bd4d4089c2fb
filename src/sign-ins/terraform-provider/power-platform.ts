//! powerplatform and fabric: Microsoft's platforms of data and apps, each with variables of its own.
//! Sources: https://registry.terraform.io/providers/microsoft/power-platform/latest/docs,
//! https://registry.terraform.io/providers/microsoft/fabric/latest/docs

import {
  CERTIFICATE,
  MANAGED,
  type Method,
  OPENID,
  SECRET,
} from '../../domain/azure-credentials.ts';
import { AZURE_CLI, DEVELOPER_CLI, type Provider, variablesNamed } from './provider.ts';

const NAMES: readonly string[] = [
  'tenant_id',
  'client_id',
  'client_secret',
  'client_certificate',
  'use_oidc',
  'use_msi',
  'use_cli',
  'use_dev_cli',
];

/** Previews before 0.6 took a user and a password. */
const USER: Method = {
  name: 'user and password',
  identity: 'user-password',
  signs: ['username'],
  turnedOnBy: 'value',
  needs: [['password']],
};

const POWER_PLATFORM_CERTIFICATE: Method = {
  ...CERTIFICATE,
  signs: ['client_certificate', 'client_certificate_file_path'],
};

/** Everything is off until it is asked for. */
export const POWERPLATFORM: Provider = {
  table: variablesNamed(
    [...NAMES, 'client_certificate_file_path', 'username', 'password'],
    'POWER_PLATFORM_',
  ),
  order: [USER, AZURE_CLI, DEVELOPER_CLI, OPENID, MANAGED, POWER_PLATFORM_CERTIFICATE, SECRET],
  audience: 'power-platform',
  secrets: ['password', 'client_secret'],
};

export const FABRIC: Provider = {
  table: variablesNamed(
    [...NAMES, 'client_id_file_path', 'client_secret_file_path', 'client_certificate_file_path'],
    'FABRIC_',
    'ARM_',
  ),
  order: [MANAGED, OPENID, DEVELOPER_CLI, AZURE_CLI, POWER_PLATFORM_CERTIFICATE, SECRET],
  audience: 'other',
  fallback: 'azure-cli',
};
