//! Values for a template's parameters: `{ name: { value } }`, or `{ reference }` to a secret of a vault.

import type { Entry, Expression } from '../../domain/expression.ts';
import type { JsonNode } from '../../languages/json/tree.ts';
import { heldByPlatform, memberOf, type Reading, spanOf, textAt } from './reading.ts';

export function givenValues(
  parameters: JsonNode | undefined,
  reading: Reading,
  expressionOf: (node: JsonNode, reading: Reading) => Expression,
): readonly Entry[] {
  if (parameters?.kind !== 'object') return [];
  return parameters.members.flatMap(member => {
    const at = spanOf(reading, member);
    const name = member.name.value;
    const value = memberOf(member.value, 'value');
    if (value) return [{ name, value: expressionOf(value, reading), at }];
    const secret = textAt(memberOf(memberOf(member.value, 'reference'), 'secretName'));
    return secret === undefined ? [] : [{ name, value: heldByPlatform(secret, at), at }];
  });
}
