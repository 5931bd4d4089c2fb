//! The actions of 2019 for Azure, which are configured by variables and act under the session of the Azure CLI.
//! Source: https://github.com/Azure/github-actions

import type { Call, ComponentCall } from '../../domain/call.ts';
import { literal } from '../../domain/literal.ts';
import {
  type Audience,
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
  type Runs,
} from '../../domain/operation.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import { isMissing, textOf } from '../../domain/value.ts';

export const githubActionsAzure: OperationReader = {
  id: 'github-actions-azure',
  title: '`Azure/github-actions`',
  programs: [],
  read(call, context) {
    const name = call.kind === 'component' ? nameOf(call) : undefined;
    const reads = name === undefined ? undefined : READERS.get(name);
    return call.kind === 'component' ? reads?.(call, context) : undefined;
  },
};

/** Within the repository of the actions. */
const nameOf = ({ name }: ComponentCall): string | undefined =>
  /^azure\/github-actions\/([^/]+)$/.exec(name)?.[1];

type Reader = (call: ComponentCall, context: Surroundings) => Effects;

const deployment: Reader = call => effectsOf(call, 'write', 'arm');

/** Most had a longer name at first. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ...['cli', 'azure-cli'].map(it => [it, cliEffects] as const),
  ['arm', template('AZURE_TEMPLATE_LOCATION', 'AZURE_TEMPLATE_PARAM_FILE')] as const,
  ['azure-template-deployment', template('TEMPLATE_FILE_PATH', 'PARAMETERS_FILE_PATH')] as const,
  ...['aks', 'aks-deploy'].map(it => [it, clusterEffects] as const),
  ...['webapp', 'web-app-deploy', 'app-service-deploy', 'functions', 'function-app-deploy'].map(
    it => [it, deployment] as const,
  ),
  ...['containerwebapp', 'web-app-container', 'functionscontainer', 'function-app-container'].map(
    it => [it, deployment] as const,
  ),
]);

const effectsOf = (
  { at, name }: Call & { kind: 'component' },
  effect: Effect,
  audience: Audience,
  runs: readonly Runs[] = [],
): Effects => ({
  ...NO_EFFECTS,
  operations: [{ at, tool: name, effect, audience, sessions: ['azure-cli'] }],
  runs,
});

/** A file goes before a text, also when there is no such file: then it stops. */
function cliEffects(call: ComponentCall, { environment }: Surroundings): Effects {
  const file = environment('AZURE_SCRIPT_PATH');
  if (isMissing(file)) {
    const source = environment('AZURE_SCRIPT');
    return {
      ...NO_EFFECTS,
      runs: [{ kind: 'script', language: 'bash', source, session: 'shared' }],
    };
  }
  const path = textOf(file)?.trim().replace(/^\/+/, '');
  if (path === undefined) return NO_EFFECTS;
  const { at } = call;
  const step = {
    kind: 'run',
    routine: 'script',
    path: literal(path, at),
    inputs: [],
    arguments: [],
    sharesProcess: false,
    at,
  } as const;
  return { ...NO_EFFECTS, runs: [{ kind: 'steps', steps: [step] }] };
}

/** It makes the resource group and deploys, or deletes the group; an address instead of a file is not followed. */
function template(file: string, parameters: string): Reader {
  return (call, { environment }) => {
    const path = environment(file);
    const isDeletion = textOf(environment('AZURE_RG_COMMAND'))?.trim().toLowerCase() === 'delete';
    const isElsewhere = /^https?:/.test(textOf(path) ?? '');
    if (isDeletion || isElsewhere || isMissing(path)) return effectsOf(call, 'write', 'arm');
    const values = environment(parameters);
    return effectsOf(call, 'write', 'arm', [
      {
        kind: 'routine',
        type: 'bicep-file',
        path,
        inputs: new Map(),
        valueFiles: isMissing(values) ? [] : [values],
        action: 'create',
      },
    ]);
  };
}

/** It asks Azure for the credentials of the cluster, unless it is given some. */
function clusterEffects(call: ComponentCall, { environment }: Surroundings): Effects {
  const hasOwn = ['KUBE_CONFIG_DATA', 'KUBECONFIG'].some(it => !isMissing(environment(it)));
  return hasOwn ? NO_EFFECTS : effectsOf(call, 'read', 'arm');
}
