//! Values of a template in the words that no platform owns.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import { nestedRegion, type Region, spanOf as regionSpan } from '../../domain/region.ts';
import { isArmExpression, parseArmExpression } from '../../languages/arm-expression/parse.ts';
import type { ArmExpression } from '../../languages/arm-expression/tree.ts';
import { regionOf } from '../../languages/json/region.ts';
import type { JsonMember, JsonNode, JsonString } from '../../languages/json/tree.ts';
import { type JsonMeaning, jsonEntries, jsonValue } from '../json-value.ts';
import { callOf } from './functions.ts';
import { memberOf, notEvaluated, type Reading, spanOf, textAt } from './reading.ts';

export const expressionOf = (node: JsonNode, reading: Reading): Expression =>
  jsonValue(node, meaningIn(reading));

export const entriesOf = (members: readonly JsonMember[], reading: Reading): readonly Entry[] =>
  jsonEntries(members, meaningIn(reading));

const meaningIn = (reading: Reading): JsonMeaning => ({
  spanOf: it => spanOf(reading, it),
  textOf: it => stringOf(it, reading),
  entriesOf: it => copiedEntries(it, reading),
});

/** `copy: [{ name, count, input }]` makes lists beside it. However often it runs, it runs this. */
function copiedEntries(member: JsonMember, reading: Reading): readonly Entry[] | undefined {
  const { value } = member;
  if (member.name.value.toLowerCase() !== 'copy' || value.kind !== 'array') return undefined;
  return value.items.flatMap(copy => {
    const name = textAt(memberOf(copy, 'name'));
    const input = memberOf(copy, 'input');
    if (name === undefined || !input) return [];
    const at = spanOf(reading, copy);
    const items = [expressionOf(input, reading)];
    return [{ name, value: { kind: 'list' as const, items, at }, at }];
  });
}

function stringOf(node: JsonString, reading: Reading): Expression {
  const region = regionOf(reading.file.path, node);
  if (!isArmExpression(node.value)) {
    // A bracket written twice is a text that begins with one.
    return text(node.value.startsWith('[[') ? withoutFirst(region) : region);
  }
  const { root } = parseArmExpression(node.value);
  return root ? evaluated(root, region, reading) : notEvaluated(node.value, region.at);
}

const withoutFirst = (region: Region): Region => ({
  ...region,
  text: region.text.slice(1),
  segments: region.segments.flatMap(it => {
    if (it.guest > 0) return [{ ...it, guest: it.guest - 1 }];
    return it.length > 1 ? [{ guest: 0, host: it.host + 1, length: it.length - 1 }] : [];
  }),
});

/** `outer` holds the text that was parsed. */
export function evaluated(node: ArmExpression, outer: Region, reading: Reading): Expression {
  const at = regionSpan(outer, node.start, node.end);
  switch (node.kind) {
    case 'string':
      return text({ ...nestedRegion(outer, node), at });
    case 'number':
      return literal(node.text, at);
    case 'call':
      return callOf(node, outer, reading);
    case 'member':
      return accessed(node, node.name, outer, reading);
    case 'index':
      return indexed(node, outer, reading);
  }
}

/** Of a resource nothing is known before Azure has made it. */
function accessed(
  node: ArmExpression & { kind: 'member' | 'index' },
  name: string,
  outer: Region,
  reading: Reading,
): Expression {
  const at = regionSpan(outer, node.start, node.end);
  const of = evaluated(node.of, outer, reading);
  return of.kind === 'unknown'
    ? notEvaluated(outer.text.slice(node.start, node.end), at)
    : { kind: 'member', of, name, at };
}

function indexed(
  node: ArmExpression & { kind: 'index' },
  outer: Region,
  reading: Reading,
): Expression {
  const { key } = node;
  if (key.kind === 'number' || key.kind === 'string') {
    return accessed(node, key.text, outer, reading);
  }
  const at = regionSpan(outer, node.start, node.end);
  const args = [node.of, key].map(it => evaluated(it, outer, reading));
  return args.some(it => it.kind === 'unknown')
    ? notEvaluated(outer.text.slice(node.start, node.end), at)
    : { kind: 'call', name: 'lookup', args, at };
}
