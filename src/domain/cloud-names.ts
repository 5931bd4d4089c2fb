//! What tools call Azure's clouds.

import type { Cloud } from './operation.ts';
import { isMissing, textOf, type Value } from './value.ts';

/** Lower case: Azure CLI and PowerShell, the azurerm and azuread providers, azure/login, SDKs, Power Platform. */
const CLOUDS: ReadonlyMap<string, Cloud> = new Map([
  ['public', 'public'],
  ['global', 'public'],
  ['azurecloud', 'public'],
  ['azurepubliccloud', 'public'],
  ['usgovernment', 'us-government'],
  ['usgovernmentl4', 'us-government'],
  ['usgovernmentl5', 'us-government'],
  ['usgov', 'us-government'],
  ['usgovhigh', 'us-government'],
  ['usgovdod', 'us-government'],
  ['dod', 'us-government'],
  ['azureusgovernment', 'us-government'],
  ['azureusgovernmentcloud', 'us-government'],
  ['china', 'china'],
  ['azurechinacloud', 'china'],
  ['german', 'germany'],
  ['germany', 'germany'],
  ['azuregermancloud', 'germany'],
]);

/** The public cloud when nothing is said; `unknown` for a value that is not known, and for a cloud of one's own. */
export function cloudNamed(value: Value<string>): Cloud {
  if (isMissing(value)) return 'public';
  return CLOUDS.get((textOf(value) ?? '').trim().toLowerCase()) ?? 'unknown';
}
