//! Commands inside values: `$x = (az login)`, `[void](Connect-AzAccount)`, in the order in which they run.

import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Step } from '../../domain/step.ts';
import { entryBlocks, methodBlocks } from './blocks.ts';
import type { Context } from './context.ts';
import { staticCallSteps, tokenCallSteps } from './objects.ts';
import type { Operand, PsPart } from './operand-tree.ts';
import { statementSteps } from './statements.ts';
import type { PsItem, Statement } from './tree.ts';

/** Steps whose variables, functions and folder do not outlive them. */
export const inProcess = (body: readonly Step[], at: ScopeStep['at']): ScopeStep => ({
  kind: 'scope',
  ends: 'process',
  environment: [],
  body,
  at,
});

export const effectsOfItems = (items: readonly PsItem[], context: Context): readonly Step[] =>
  items.flatMap(it => (it.kind === 'operand' ? effectsOf(it.operand, context) : []));

/** Blocks of code are no values: whoever is given one runs it. */
export function effectsOf(operand: Operand, context: Context): readonly Step[] {
  switch (operand.kind) {
    case 'group':
      return bodySteps(operand.body, context);
    case 'string':
    case 'word':
      return operand.parts.flatMap((part: PsPart) =>
        part.kind === 'value' ? effectsOf(part.operand, context) : [],
      );
    case 'hash':
      return [
        ...entryBlocks(operand, context),
        ...bodySteps(
          operand.entries.flatMap(it => it.value ?? []),
          context,
        ),
      ];
    case 'member':
      return effectsOf(operand.of, context);
    case 'index':
      return [...effectsOf(operand.of, context), ...bodySteps(operand.index, context)];
    case 'invocation':
      return [
        ...effectsOf(operand.of.of, context),
        ...bodySteps(operand.args, context),
        ...methodBlocks(operand, context),
        ...staticCallSteps(operand, context),
        ...tokenCallSteps(operand, context),
      ];
    case 'block':
    case 'variable':
    case 'type':
    case 'number':
    case 'splat':
      return [];
  }
}

const bodySteps = (body: readonly Statement[], context: Context): readonly Step[] =>
  body.flatMap(it => statementSteps(it, context));
