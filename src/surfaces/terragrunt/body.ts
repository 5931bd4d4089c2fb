//! What a file of Terragrunt does, in order: what it includes, what it gives, who acts, hooks, and the module between them.
//! Source: https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/

import type { Entry } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { argumentOf, type Block } from '../hcl-block.ts';
import { extraSteps } from './extra-arguments.ts';
import { generatedSteps } from './generated.ts';
import { hookSteps } from './hooks.ts';
import { inputSteps } from './inputs.ts';
import { stateSteps } from './remote-state.ts';
import { isUnitStep, moduleStep, sourceSteps, unitStep } from './unit.ts';

export function bodyOf(
  path: string,
  blocks: readonly Block[],
  entries: readonly Entry[],
): readonly Step[] {
  const typed = (type: string): readonly Block[] => blocks.filter(it => it.type === type);
  const terraform = typed('terraform');
  const at: Span = { path, start: 0, end: 0 };
  return [
    unitStep(at),
    ...typed('include').flatMap(includeSteps),
    ...entries.filter(it => it.name === 'inputs').flatMap(inputSteps),
    ...terraform.flatMap(sourceSteps),
    ...terraform.flatMap(extraSteps),
    ...stateSteps(blocks, entries),
    ...generatedSteps(blocks, entries),
    ...terraform.flatMap(it => hookSteps(it, 'before_hook')),
    isUnitStep(at, [moduleStep(path, terraform[0]?.at ?? at)]),
    ...terraform.flatMap(it => hookSteps(it, 'after_hook')),
    ...terraform.flatMap(it => hookSteps(it, 'error_hook')),
  ];
}

function includeSteps(include: Block): readonly Step[] {
  const path = argumentOf(include, 'path');
  if (!path) return [];
  return [
    {
      kind: 'run',
      routine: 'terragrunt-file',
      path,
      from: 'own-folder',
      inputs: [],
      arguments: [],
      sharesProcess: true,
      at: include.at,
    },
  ];
}
