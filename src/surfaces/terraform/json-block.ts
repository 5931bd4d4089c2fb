//! Blocks of `.tf.json` files, where blocks and labels are levels of objects and strings are templates.
//! Source: https://developer.hashicorp.com/terraform/language/syntax/json

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { regionOf as templateRegion } from '../../languages/hcl/region.ts';
import { parseTemplate } from '../../languages/hcl/template.ts';
import { regionOf as stringRegion } from '../../languages/json/region.ts';
import type { JsonMember, JsonNode, JsonString } from '../../languages/json/tree.ts';
import { type Block, CONTENT, DYNAMIC, LABELS } from '../hcl-block.ts';
import { expressionOf } from '../hcl-expression.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** All blocks of the file's object. */
export const jsonBlocks = (path: string, root: JsonNode | undefined): readonly Block[] =>
  membersOf(root).flatMap(member => labelled(path, member.name.value, member));

/** Goes down one level of objects for each label. */
function labelled(path: string, type: string, member: JsonMember): readonly Block[] {
  const levels = LABELS.get(type) ?? 0;
  const down = (
    node: JsonNode,
    head: Stretch,
    labels: readonly string[],
    left: number,
  ): readonly Block[] => {
    if (node.kind === 'array') return node.items.flatMap(it => down(it, head, labels, left));
    if (node.kind !== 'object') return [];
    if (left === 0) return [blockOf(path, type, labels, node, head)];
    return node.members
      .filter(it => it.name.value !== COMMENT)
      .flatMap(it => down(it.value, it.name, [...labels, it.name.value], left - 1));
  };
  return down(member.value, member.name, [], levels);
}

/** A member of this name is a comment. */
const COMMENT = '//';

const membersOf = (node: JsonNode | undefined): readonly JsonMember[] =>
  node?.kind === 'object' ? node.members.filter(it => it.name.value !== COMMENT) : [];

function blockOf(
  path: string,
  type: string,
  labels: readonly string[],
  node: JsonNode,
  head: Stretch,
): Block {
  const at = { path, start: head.start, end: head.end };
  return {
    type,
    labels,
    at,
    arguments: () => jsonEntries(path, node),
    blocks: wanted => [
      ...membersOf(node)
        .filter(it => it.name.value === wanted)
        .flatMap(it => labelled(path, wanted, it)),
      ...dynamicBlocks(path, node, wanted),
    ],
  };
}

const dynamicBlocks = (path: string, node: JsonNode, wanted: string): readonly Block[] =>
  membersOf(node)
    .filter(it => it.name.value === DYNAMIC)
    .flatMap(it => labelled(path, DYNAMIC, it))
    .filter(it => it.labels[0] === wanted)
    .flatMap(it => it.blocks(CONTENT))
    .map(it => ({ ...it, type: wanted }));

export const jsonEntries = (path: string, node: JsonNode | undefined): readonly Entry[] =>
  membersOf(node).map(it => ({
    name: it.name.value,
    value: jsonExpression(path, it.value),
    at: spanIn(path, it),
  }));

function jsonExpression(path: string, node: JsonNode): Expression {
  const at = spanIn(path, node);
  switch (node.kind) {
    case 'string':
      return text(stringTemplate(path, node));
    case 'number':
    case 'boolean':
      return literal(String(node.value), at);
    case 'null':
      return literal('', at);
    case 'array':
      return { kind: 'list', items: node.items.map(it => jsonExpression(path, it)), at };
    case 'object':
      return { kind: 'object', entries: jsonEntries(path, node), at };
  }
}

function stringTemplate(path: string, node: JsonString) {
  const outer = stringRegion(path, node);
  const { template } = parseTemplate(node.value);
  return { ...templateRegion(outer, template, it => expressionOf(it, outer)), at: outer.at };
}

const spanIn = (path: string, node: Stretch): Span => ({ path, start: node.start, end: node.end });
