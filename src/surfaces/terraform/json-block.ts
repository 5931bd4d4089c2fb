//! Blocks of `.tf.json` files, where blocks and labels are levels of objects and strings are templates.
//! Source: https://developer.hashicorp.com/terraform/language/syntax/json

import type { Entry } from '../../domain/expression.ts';
import { text } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { regionOf as templateRegion } from '../../languages/hcl/region.ts';
import { parseTemplate } from '../../languages/hcl/template.ts';
import { regionOf as stringRegion } from '../../languages/json/region.ts';
import type { JsonMember, JsonNode, JsonString } from '../../languages/json/tree.ts';
import { type Block, CONTENT, DYNAMIC, LABELS } from '../hcl-block.ts';
import { expressionOf } from '../hcl-expression.ts';
import { jsonEntries } from '../json-value.ts';

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
    arguments: () => blockEntries(path, node),
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

export const blockEntries = (path: string, node: JsonNode | undefined): readonly Entry[] =>
  jsonEntries(membersOf(node), {
    spanOf: it => spanIn(path, it),
    textOf: it => text(stringTemplate(path, it)),
    entriesOf: it => (it.name.value === COMMENT ? [] : undefined),
  });

function stringTemplate(path: string, node: JsonString) {
  const outer = stringRegion(path, node);
  const { template } = parseTemplate(node.value);
  return { ...templateRegion(outer, template, it => expressionOf(it, outer)), at: outer.at };
}

const spanIn = (path: string, node: Stretch): Span => ({ path, start: node.start, end: node.end });
