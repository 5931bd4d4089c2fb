//! `Import-Module ./Deploy.psm1`: the functions of a file of this repository.

import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { argumentsFor } from './cmdlet-arguments.ts';
import type { Lowering } from './cmdlets.ts';
import { argumentEffects } from './commands.ts';
import { type Context, placeOf } from './context.ts';
import type { Operand } from './operand-tree.ts';
import { stringValue } from './pieces.ts';
import type { PsCommand } from './tree.ts';
import { operandValue } from './values.ts';

export const importedModule: Lowering = (command, _, context) => {
  const args = argumentsFor(command, context);
  const [operand] = args.operands('name', 0);
  const before = argumentEffects(command, context);
  if (!operand) return before;
  const path = pathOf(operand, context);
  const text = literalOf(path);
  // A bare name is a module that is installed.
  if (text !== undefined && !/[\\/]|\.ps[md]?1$/i.test(text)) return before;
  return [...before, run(path, command, context)];
};

const run = (path: Expression, command: PsCommand, context: Context): Step => ({
  kind: 'run',
  routine: 'script',
  path,
  inputs: [],
  arguments: [],
  sharesProcess: true,
  at: placeOf(context, command),
});

/** A manifest `x.psd1` stands beside the module `x.psm1`. */
function pathOf(operand: Operand, context: Context): Expression {
  if (operand.kind !== 'word' && operand.kind !== 'string') return operandValue(operand, context);
  const path = stringValue(operand, context, 'path');
  if (path.kind !== 'text' || !/\.psd1$/i.test(path.region.text)) return path;
  const region = { ...path.region, text: path.region.text.replace(/\.psd1$/i, '.psm1') };
  return { ...path, region };
}
