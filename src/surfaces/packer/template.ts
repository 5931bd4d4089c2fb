//! A template of Packer, however it is written, and what it does: who builds, and what runs where.

import type { Entry } from '../../domain/expression.ts';
import type { Parameter, Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { type Block, objectOf } from '../hcl-block.ts';
import { postProcessorSteps, provisionerSteps } from './provisioners.ts';

export const PACKER_TEMPLATE = 'packer-template';

export interface Template {
  readonly parameters: readonly Parameter[];
  readonly bindings: readonly Entry[];
  /** Blocks that say where an image is built; the first label is the kind of builder. */
  readonly sources: readonly Block[];
  readonly provisioners: readonly Block[];
  readonly postProcessors: readonly Block[];
}

export function routineOf(path: string, template: Template, at: Span): Routine {
  const { parameters, bindings, sources, provisioners, postProcessors } = template;
  return {
    kind: 'routine',
    type: PACKER_TEMPLATE,
    path,
    parameters,
    bindings,
    body: [
      ...sources.map(builderStep),
      ...provisioners.flatMap(provisionerSteps),
      ...postProcessors.flatMap(postProcessorSteps),
    ],
    at,
  };
}

function builderStep(source: Block): Step {
  const { at, labels } = source;
  const builder = { name: 'builder', value: literal(labels[0] ?? '', at), at };
  const args = objectOf([...source.arguments(), builder], at);
  return { kind: 'construct', type: 'packer-builder', args, at };
}

/** `.` for the root of the repository. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}
