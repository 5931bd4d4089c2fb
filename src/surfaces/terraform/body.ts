//! The steps of one file: who acts first, then what runs, in the order of the file.

import type { Entry } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { addressOf, argumentOf, type Block } from '../hcl-block.ts';
import { existence } from '../hcl-condition.ts';
import { backendSteps, providerSteps, remoteStateSteps } from '../terraform-settings.ts';
import { azapiGroups } from './azapi.ts';
import { groupsOf } from './carried-by.ts';
import { groupSteps } from './carrier.ts';
import { directorySteps } from './directory.ts';
import { execSteps } from './exec-provider.ts';
import { passedTo, usingSteps } from './provider-uses.ts';
import { externalSteps, localSteps, remoteSteps } from './provisioner.ts';
import { templateSteps } from './template-deployment.ts';
import { workspaceSteps } from './workspace-variable.ts';

export function bodyOf(blocks: readonly Block[], bindings: readonly Entry[]): readonly Step[] {
  const typed = (type: string): readonly Block[] => blocks.filter(it => it.type === type);
  return [
    ...typed('terraform').flatMap(backendSteps),
    ...typed('provider').flatMap(it => providerSteps(it, bindings)),
    ...usingSteps(blocks, bindings),
    ...typed('provider').flatMap(execSteps),
    ...typed('data').flatMap(remoteStateSteps),
    ...typed('resource').flatMap(directorySteps),
    ...typed('resource').flatMap(writeSteps),
    ...blocks.flatMap(it => asOftenAsThere(it, runningSteps(it))),
  ];
}

/** None of a resource or module may be made: `count = var.enabled ? 1 : 0`. */
function asOftenAsThere(block: Block, steps: readonly Step[]): readonly Step[] {
  const count = argumentOf(block, 'count');
  const each = argumentOf(block, 'for_each');
  const isSure = count ? Number(literalOf(count)) > 0 : !each;
  if (steps.length === 0 || isSure) return steps;
  const { at } = block;
  return [{ kind: 'branch', arms: [steps], isExhaustive: false, when: existence(count, each), at }];
}

function runningSteps(block: Block): readonly Step[] {
  switch (block.type) {
    case 'module':
      return moduleSteps(block);
    case 'resource':
      return [
        ...localSteps(block),
        ...detachedSteps(block),
        ...templateSteps(block),
        ...workspaceSteps(block),
      ];
    case 'data':
      return [...externalSteps(block), ...detachedSteps(block)];
  }
  return [];
}

/** Arguments of a module block that are not variables of the module. */
const META: ReadonlySet<string> = new Set([
  'source',
  'version',
  'count',
  'for_each',
  'providers',
  'depends_on',
]);

/** A source that is no path in the repository, such as `Azure/naming/azurerm`, leads nowhere there. */
function moduleSteps(module: Block): readonly Step[] {
  const path = argumentOf(module, 'source');
  if (!path) return [];
  return [
    {
      kind: 'run',
      routine: 'terraform-module',
      path,
      from: 'own-folder',
      inputs: module.arguments().filter(it => !META.has(it.name)),
      arguments: [],
      passes: passedTo(module),
      sharesProcess: false,
      at: module.at,
    },
  ];
}

/** What the resource carries to where it will be: all of it on one machine, with nobody there. */
function detachedSteps(resource: Block): readonly Step[] {
  const groups = [...groupsOf(resource), ...azapiGroups(resource)];
  const body = [...groups.flatMap(groupSteps), ...remoteSteps(resource)];
  if (body.length === 0) return [];
  return [{ kind: 'detached', name: addressOf(resource), body, at: resource.at }];
}

const FILES: ReadonlySet<string> = new Set(['local_file', 'local_sensitive_file']);

/** Scripts that Terraform writes for its own provisioners. */
function writeSteps(resource: Block): readonly Step[] {
  if (!FILES.has(resource.labels[0] ?? '')) return [];
  const target = argumentOf(resource, 'filename');
  const content = argumentOf(resource, 'content') ?? argumentOf(resource, 'sensitive_content');
  if (!target || !content) return [];
  return [{ kind: 'write', target, content, appends: false, at: resource.at }];
}
