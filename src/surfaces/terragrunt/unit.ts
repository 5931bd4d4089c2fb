//! The unit that a command runs: one module, which its own file names, or one of those that it includes.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { argumentOf, type Block } from '../hcl-block.ts';

/** Names that no variable of a process has. */
const UNIT = 'terragrunt unit';
const SOURCE = 'terragrunt source';
const SOURCE_BESIDE = 'terragrunt source, from the file that says it';
export const VALUE_FILES = 'terragrunt value files';

const variable = (name: string, at: Span): Expression & { kind: 'reference' } => ({
  kind: 'reference',
  space: 'variable',
  name,
  at,
});

/** The first file that is run is the unit's; those after it are included. */
export const unitStep = (at: Span): Step =>
  assigned(UNIT, literal(at.path, at), at, { onlyIfUnset: true });

/** Steps of the unit alone. */
export const isUnitStep = (at: Span, body: readonly Step[]): Step => ({
  kind: 'branch',
  arms: [body],
  isExhaustive: false,
  when: { kind: 'texts', left: variable(UNIT, at), right: literal(at.path, at), isEqual: true },
  at,
});

/** Files of other names are there to be included. */
const isNamedUnit = (path: string): boolean => /(?:^|\/)terragrunt\.hcl$/.test(path);

export function sourceSteps(terraform: Block): readonly Step[] {
  const source = argumentOf(terraform, 'source');
  if (!source) return [];
  const { at } = source;
  const folder: Expression = { kind: 'call', name: 'module-folder', args: [], at };
  const beside: Expression = { kind: 'join', parts: [folder, literal('/', at), source], at };
  return [assigned(SOURCE, source, at), assigned(SOURCE_BESIDE, beside, at)];
}

/** From the folder of the unit; without a source that folder itself, when it is a module. */
export const moduleStep = (path: string, at: Span): Step => ({
  kind: 'run',
  routine: 'terraform-module',
  path: {
    kind: 'choice',
    options: [
      { ...variable(SOURCE, at), ...(isNamedUnit(path) ? { otherwise: literal('', at) } : {}) },
      variable(SOURCE_BESIDE, at),
    ],
    at,
  },
  from: 'own-folder',
  inputs: [],
  arguments: [],
  valueFiles: variable(VALUE_FILES, at),
  sharesProcess: true,
  at,
});
