//! GitHub's functions in the neutral words of the domain.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';

/** `undefined` for a function whose value only a run can tell. */
export function callExpression(
  name: string,
  args: readonly Expression[],
  at: Span,
): Expression | undefined {
  const [first, second] = args;
  if (!first) return undefined;
  switch (name) {
    case 'format':
      return format(first, args.slice(1), at);
    case 'join':
      return { kind: 'call', name: 'join', args: [second ?? literal(',', at), first], at };
    case 'fromjson':
      return { kind: 'call', name: 'decode-json', args: [first], at };
    case 'tojson':
      return { kind: 'call', name: 'encode-json', args: [first], at };
    default:
      return undefined;
  }
}

/** `format('{0}-{1}', a, b)`; `{{` and `}}` are braces. */
function format(
  pattern: Expression,
  args: readonly Expression[],
  at: Span,
): Expression | undefined {
  const spelled = literalOf(pattern);
  if (spelled === undefined) return undefined;
  const parts: Expression[] = [];
  for (const [piece] of spelled.matchAll(/\{\{|\}\}|\{\d+\}|[^{}]+|[{}]/g)) {
    const index = /^\{(\d+)\}$/.exec(piece)?.[1];
    const arg = index === undefined ? undefined : args[Number(index)];
    if (arg) parts.push(arg);
    else parts.push(literal(piece.replace('{{', '{').replace('}}', '}'), at));
  }
  return { kind: 'join', parts, at };
}
