//! Groups of `az` commands that are not simply Azure Resource Manager under the Azure CLI's session.
//! Source: https://learn.microsoft.com/cli/azure/reference-index

import type { Audience, Effect } from '../../domain/operation.ts';

export interface Area {
  readonly audience?: Audience;
  /** Whatever its last word says. */
  readonly effect?: Effect;
  /** Asks nobody anything. */
  readonly isLocal?: true;
  /** Signs its requests with a key or with the session: which one, the options say. */
  readonly keys?: 'storage' | 'other';
  /** These options bring an identity of their own, which is no Entra identity. */
  readonly ownCredentials?: readonly string[];
}

const LOCAL: Area = { isLocal: true };
const ARM: Area = { audience: 'arm' };
const DEVOPS: Area = { audience: 'azure-devops' };
const GRAPH: Area = { audience: 'microsoft-graph' };
const VAULT: Area = { audience: 'key-vault' };
const REGISTRY: Area = {
  audience: 'container-registry',
  ownCredentials: ['--username', '-u', '--password', '-p'],
};
const OTHER: Area = { audience: 'other' };
const OTHER_KEYS: Area = { audience: 'other', keys: 'other' };
/** The name and password of a database. */
const DATABASE: Area = { isLocal: true };

const ROWS: readonly (readonly [area: Area, names: readonly string[]])[] = [
  [
    LOCAL,
    [
      'account clear',
      'account list',
      'account set',
      'account show',
      'aks install-cli',
      'alias',
      'bicep',
      'cache',
      'cloud',
      'config',
      'configure',
      'demo',
      'devops configure',
      'devops login',
      'devops logout',
      'extension',
      'feedback',
      'find',
      'help',
      'init',
      'interactive',
      'local-context',
      'logout',
      'next',
      'self-test',
      'survey',
      'upgrade',
      'version',
    ],
  ],
  [ARM, ['ad ds']],
  [GRAPH, ['ad']],
  [DEVOPS, ['artifacts', 'boards', 'devops', 'pipelines', 'repos']],
  [{ audience: 'azure-devops', effect: 'unknown' }, ['devops invoke']],
  [VAULT, ['keyvault secret', 'keyvault key', 'keyvault certificate', 'keyvault storage']],
  [VAULT, ['keyvault role', 'keyvault backup', 'keyvault restore', 'keyvault security-domain']],
  [REGISTRY, ['acr manifest', 'acr repository', 'acr helm']],
  [{ ...REGISTRY, effect: 'read' }, ['acr login', 'acr check-health']],
  [{ audience: 'container-registry', effect: 'write' }, ['bicep publish']],
  [{ audience: 'storage', keys: 'storage' }, ['storage']],
  [ARM, ['storage account', 'storage container-rm', 'storage share-rm', 'storage sku']],
  [ARM, ['storage container immutability-policy', 'storage container legal-hold']],
  [OTHER_KEYS, ['appconfig kv', 'appconfig feature', 'appconfig snapshot', 'appconfig revision']],
  [OTHER_KEYS, ['iot device', 'iot edge', 'iot hub device-identity', 'iot hub module-identity']],
  [OTHER_KEYS, ['iot hub device-twin', 'iot hub module-twin', 'iot hub monitor-events']],
  [OTHER_KEYS, ['batch']],
  [ARM, ['batch account', 'batch application', 'batch location']],
  [OTHER, ['synapse', 'devcenter dev', 'dls fs', 'dla job', 'ssh']],
  [ARM, ['synapse workspace', 'synapse sql', 'synapse spark pool', 'synapse integration-runtime']],
  [{ audience: 'other', effect: 'read' }, ['monitor app-insights', 'monitor log-analytics query']],
  [ARM, ['monitor app-insights component', 'monitor app-insights web-test']],
  [DATABASE, ['postgres flexible-server execute', 'mysql flexible-server execute']],
  [DATABASE, ['postgres flexible-server connect', 'mysql flexible-server connect']],
];

const AREAS: ReadonlyMap<string, Area> = new Map(
  ROWS.flatMap(([area, names]) => names.map(name => [name, area] as const)),
);

/** That of the longest group it belongs to: `storage account` before `storage`. */
export function areaOf(name: string): Area {
  const words = name.split(' ');
  for (let length = words.length; length > 0; length -= 1) {
    const area = AREAS.get(words.slice(0, length).join(' '));
    if (area) return area;
  }
  return ARM;
}
