//! Every `az` command but `az login`: what it does, to whose interface, and what it starts in turn.

import type { Call } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import {
  type Effects,
  NO_EFFECTS,
  type Operation,
  type OperationReader,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import { isMissing } from '../../domain/value.ts';
import { areaOf } from './areas.ts';
import { type AzCommand, azCommand, hasOption, optionValue } from './command.ts';
import { deployedFiles } from './deployments.ts';
import { embeddedScripts } from './embedded-scripts.ts';
import { type Access, accessesOf } from './keys.ts';
import { restOperation, tokenOperation } from './requests.ts';
import { effectOf, isAction } from './verbs.ts';

export const az: OperationReader = { id: 'az', title: '`az`', programs: ['az'], read: readAz };

function readAz(call: Call, context: Surroundings): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'az') return undefined;
  const command = azCommand(call);
  // With words after it the Azure CLI refuses it; that is a sign-in form's to say.
  if (/^login(?: |$)/.test(command.name)) return undefined;
  if (hasOption(command, '--help', '-h')) return NO_EFFECTS;
  if (command.name === '' && !command.isPartial) return NO_EFFECTS;
  return (
    sessionEffects(command) ?? {
      operations: operationsOf(command, context),
      runs: [...deployedFiles(command), ...embeddedScripts(command)],
      closes: [],
      ...(PROBES.has(command.name) ? { probes: 'azure-cli' } : {}),
    }
  );
}

/** They go well for whoever is signed in: scripts ask so whether somebody is. */
const PROBES: ReadonlySet<string> = new Set([
  'account show',
  'account list',
  'account set',
  'account get-access-token',
  'account list-locations',
  'group list',
]);

/** Commands that only change what is signed in, and to which cloud. */
function sessionEffects(command: AzCommand): Effects | undefined {
  switch (command.name) {
    case 'logout':
    case 'account clear':
      return { ...NO_EFFECTS, closes: ['azure-cli'] };
    case 'cloud set':
      return { ...NO_EFFECTS, cloud: cloudNamed(optionValue(command, '--name', '-n')) };
    default:
      return undefined;
  }
}

function operationsOf(command: AzCommand, context: Surroundings): readonly Operation[] {
  switch (command.name) {
    case 'rest': {
      const operation = restOperation(command);
      return operation ? [operation] : [];
    }
    case 'account get-access-token':
      return [tokenOperation(command)];
    case 'ad sp create-for-rbac':
      return principalOperations(command);
    default:
      return usualOperations(command, context);
  }
}

function usualOperations(command: AzCommand, context: Surroundings): readonly Operation[] {
  const { name } = command;
  const area = areaOf(name);
  if (area.isLocal || hasOption(command, ...(area.ownCredentials ?? []))) return [];
  const verb = name.slice(name.lastIndexOf(' ') + 1);
  const effect = area.effect ?? effectOf(verb);
  const audience = name === '' ? 'unknown' : (area.audience ?? 'arm');
  // Azure DevOps takes a personal or a build's token before any session.
  const isToken =
    audience === 'azure-devops' && !isMissing(context.environment('AZURE_DEVOPS_EXT_PAT'));
  if (isToken) return [];
  if (!area.keys) return [operationOf(command, { audience, effect })];
  const access = { audience, effect };
  return accessesOf(command, { keys: area.keys, access }, context).map(it =>
    operationOf(command, it),
  );
}

/** It makes an application, and with a role also an assignment in Azure Resource Manager. */
function principalOperations(command: AzCommand): readonly Operation[] {
  const directory = operationOf(command, { audience: 'microsoft-graph', effect: 'write' });
  return hasOption(command, '--role', '--scopes')
    ? [directory, operationOf(command, { audience: 'arm', effect: 'write' })]
    : [directory];
}

const operationOf = (
  { call, name }: AzCommand,
  { audience, effect, purpose }: Access,
): Operation => ({
  at: call.at,
  tool: `az ${name}`.trim() + (purpose === undefined ? '' : ` (${purpose})`),
  audience,
  effect,
  ...(audience === 'arm' && effect === 'write' && isAction(name) ? { isAction: true } : {}),
  sessions: ['azure-cli'],
});
