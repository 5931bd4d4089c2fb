//! `inputs`: Terragrunt gives them to the module as variables of the process.

import { assigned } from '../../domain/assigned.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { entriesOf } from '../hcl-block.ts';

const PREFIX = 'TF_VAR_';
/** No variable of a process has such a name. */
const INPUT = 'terragrunt input';

/** Each of `{ … }`; of `merge(local.common, { … })` only the run knows which there are. */
export function inputSteps({ value, at }: Entry): readonly Step[] {
  const spelled = entriesOf(value).map(it => assigned(`${PREFIX}${it.name}`, it.value, it.at));
  if (isSpelledOut(value)) return spelled;
  const item = (name: string): Expression => ({
    kind: 'member',
    of: { kind: 'reference', space: 'variable', name: INPUT, at },
    name,
    at,
  });
  const nameFrom: Expression = { kind: 'join', parts: [literal(PREFIX, at), item('key')], at };
  const body = [{ ...assigned('', item('value'), at), nameFrom }];
  return [{ kind: 'loop', variable: INPUT, isInTurn: true, items: [value], body, at }, ...spelled];
}

const isSpelledOut = (value: Expression): boolean =>
  value.kind === 'object' ||
  (value.kind === 'call' && value.name === 'merge' && value.args.every(isSpelledOut));
