//! Which machine a pipeline runs on: `agent { label 'x' }`, `node('x')`.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import {
  type GroovyCall,
  type GroovyExpression,
  type GroovyStatement,
  partsOf,
} from '../../languages/groovy/tree.ts';
import type { Reading } from './reading.ts';
import { expressionOf } from './values.ts';

/**
 * Agents of Jenkins are machines of one's own, which keep what was signed in there, unless they are containers.
 * `undefined` for a container, and for a pipeline that names no agent.
 */
export function runnerOf(
  statements: readonly GroovyStatement[],
  reading: Reading,
): Expression | undefined {
  const call = firstAgent(statements, 3);
  if (
    !call ||
    /\b(?:docker|dockerfile|kubernetes|dockerContainer)\b/.test(spelled(call, reading))
  ) {
    return undefined;
  }
  const label = call.name === 'node' ? call.args[0]?.value : labelOf(call);
  const isNamed = label && label.kind !== 'closure' && label.kind !== 'name';
  const own = literal('self-hosted', call.nameAt);
  const items = isNamed ? [own, expressionOf(label, reading)] : [own];
  return { kind: 'list', items, at: call.at };
}

const spelled = ({ name, at }: GroovyCall, reading: Reading): string =>
  name === 'agent' ? reading.text.slice(at.start, at.end) : '';

/** The first `agent` or `node`, not deeper than `levels` blocks. */
function firstAgent(
  statements: readonly GroovyStatement[],
  levels: number,
): GroovyCall | undefined {
  for (const statement of statements) {
    if (statement.kind !== 'expression' || statement.of.kind !== 'call') continue;
    const { of } = statement;
    if (of.name === 'agent' || of.name === 'node') return of;
    const body = of.args.at(-1)?.value;
    const found = levels > 0 && body?.kind === 'closure' && firstAgent(body.body, levels - 1);
    if (found) return found;
  }
  return undefined;
}

function labelOf(call: GroovyCall): GroovyExpression | undefined {
  const [block] = call.args;
  if (block?.value.kind !== 'closure') return undefined;
  for (const statement of block.value.body) {
    if (statement.kind !== 'expression' || statement.of.kind !== 'call') continue;
    if (statement.of.name === 'label') return partsOf(statement.of)[0];
  }
  return undefined;
}
