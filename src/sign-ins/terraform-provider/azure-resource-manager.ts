//! azurerm, azapi and azurestack: the interface of Azure itself, and of an Azure Stack Hub.
//! Sources: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs,
//! https://registry.terraform.io/providers/Azure/azapi/latest/docs,
//! https://registry.terraform.io/providers/hashicorp/azurestack/latest/docs

import {
  AZAPI_ARGUMENTS,
  AZAPI_ORDER,
  AZURERM_ARGUMENTS,
  AZURERM_ORDER,
  CERTIFICATE,
  SECRET,
} from '../../domain/azure-credentials.ts';
import type { Provider } from './provider.ts';

export const AZURERM: Provider = {
  table: AZURERM_ARGUMENTS,
  order: AZURERM_ORDER,
  audience: 'arm',
  fallback: 'azure-cli',
  anyoneSince: [3, 44, 0],
};

export const AZAPI: Provider = {
  table: AZAPI_ARGUMENTS,
  order: AZAPI_ORDER,
  audience: 'arm',
  fallback: 'azure-cli',
};

/** It is no cloud of Microsoft's, and its managed identities are not wired up. */
export const AZURESTACK: Provider = {
  table: new Map([...AZURERM_ARGUMENTS].filter(([name]) => name !== 'use_cli')),
  order: [CERTIFICATE, SECRET],
  audience: 'other',
  fallback: 'azure-cli',
};
