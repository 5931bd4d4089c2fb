//! `Import-Module ./Deploy.psm1`, `using module ./Deploy`: the functions of a file of this repository.

import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import { argumentsFor } from './cmdlet-arguments.ts';
import type { Lowering } from './cmdlets.ts';
import { argumentEffects } from './commands.ts';
import { type Context, placeOf } from './context.ts';
import type { Operand } from './operand-tree.ts';
import { stringValue } from './pieces.ts';
import type { PsCommand } from './tree.ts';
import { operandValue } from './values.ts';

/** Of a bare name, too: the repository may hold it, whatever folder it is found by. */
export const importedModule: Lowering = (command, _, context) => {
  const args = argumentsFor(command, context);
  const operands = args.operands('name', 0);
  const runs = operands.map(it => run(pathOf(it, context), command, context));
  return [...argumentEffects(command, context), ...runs];
};

const run = (path: Expression, command: PsCommand, context: Context): Step => ({
  kind: 'run',
  routine: 'script',
  path,
  inputs: [],
  arguments: [],
  sharesProcess: true,
  isModule: true,
  at: placeOf(context, command),
});

const pathOf = (operand: Operand, context: Context): Expression =>
  operand.kind === 'word' || operand.kind === 'string'
    ? stringValue(operand, context, 'path')
    : operandValue(operand, context);
