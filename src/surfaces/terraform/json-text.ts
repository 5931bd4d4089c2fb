//! JSON that a string or heredoc spells out, as the expressions it would be in `jsonencode({ … })`.

import type { Expression } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import { nestedRegion, type Region, spanOf } from '../../domain/region.ts';
import { parseJson } from '../../languages/json/parse.ts';
import type { JsonNode } from '../../languages/json/tree.ts';

/** `undefined` when there is no value in it. A value that is one `${…}` alone is what that says. */
export function jsonTextValue(region: Region): Expression | undefined {
  const { root } = parseJson(region.text, region.holes);
  return root && expressionAt(root, region);
}

/** The expression of a text that is nothing but it: `"${jsonencode(…)}"`. */
export function wholeHole({ text, holes }: Region): Expression | undefined {
  const [hole] = holes;
  return hole && hole.start === 0 && hole.end === text.length ? hole.expression : undefined;
}

function expressionAt(node: JsonNode, region: Region): Expression {
  const at = spanOf(region, node.start, node.end);
  switch (node.kind) {
    case 'string': {
      const inner = nestedRegion(region, { text: node.value, segments: node.segments });
      return wholeHole(inner) ?? text(inner);
    }
    case 'number':
    case 'boolean':
      return literal(String(node.value), at);
    case 'null':
      return literal('', at);
    case 'array':
      return { kind: 'list', items: node.items.map(it => expressionAt(it, region)), at };
    case 'object': {
      const entries = node.members.map(({ name, value, start, end }) => ({
        name: name.value,
        value: expressionAt(value, region),
        at: spanOf(region, start, end),
      }));
      return { kind: 'object', entries, at };
    }
  }
}
