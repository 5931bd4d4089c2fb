//! What has to hold for a round of `while`: arguments that are left, an option that `getopts` finds.

import type { CompoundList, PipelineNode, While } from 'unbash';
import type { Condition } from '../../domain/condition.ts';
import { negated } from '../../domain/condition.ts';
import { literal } from '../../domain/literal.ts';
import { spanAt } from '../script-text/source.ts';
import { OPTION_FOUND } from './arguments.ts';
import { conditionOf } from './conditions.ts';
import type { Context } from './context.ts';
import { countOf } from './expansions.ts';
import { simpleCommand } from './simple-command.ts';

/** `undefined` for whatever else a loop waits for. */
export function roundCondition(node: While, context: Context): Condition | undefined {
  const command = onlyCommand(node.clause);
  const condition = command && (ofCommand(command, context) ?? conditionOf(command, context));
  return node.kind === 'until' ? negated(condition) : condition;
}

function onlyCommand(list: CompoundList): PipelineNode | undefined {
  const [only, ...others] = list.commands;
  return others.length === 0 && only?.command.type !== 'AndOr' ? only?.command : undefined;
}

const COUNT_LEFT = /^\s*"?\$#"?\s*(?:(?:>|!=)\s*0|>=\s*1)?\s*$/;

function ofCommand(node: PipelineNode, context: Context): Condition | undefined {
  const at = spanAt(context.source, node);
  if (node.type === 'ArithmeticCommand') {
    const right = literal('0', at);
    return COUNT_LEFT.test(node.body)
      ? { kind: 'texts', left: countOf(at), right, isEqual: false }
      : undefined;
  }
  const command = node.type === 'Command' ? simpleCommand(node, undefined) : undefined;
  if (command?.name === ':' || command?.name === 'true') {
    return { kind: 'texts', left: literal('', at), right: literal('', at), isEqual: true };
  }
  if (command?.name !== 'getopts') return undefined;
  const left = { kind: 'reference', space: 'variable', name: OPTION_FOUND, at } as const;
  return { kind: 'texts', left, right: literal('', at), isEqual: false };
}
