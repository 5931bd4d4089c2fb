//! Blocks of HCL files.

import type { Entry } from '../domain/expression.ts';
import { type Region, spanOf } from '../domain/region.ts';
import type { HclBlock, HclBody } from '../languages/hcl/tree.ts';
import { type Block, CONTENT, DYNAMIC } from './hcl-block.ts';
import { expressionOf } from './hcl-expression.ts';

/** `outer` holds the text that was parsed. */
export const hclBlocks = (body: HclBody, outer: Region): readonly Block[] =>
  body.blocks.map(it => blockOf(it, it.type, it.body, outer));

function blockOf(head: HclBlock, type: string, body: HclBody, outer: Region): Block {
  return {
    type,
    labels: head.labels.map(it => it.value),
    at: spanOf(outer, head.start, head.headEnd),
    arguments: () => hclEntries(body, outer),
    blocks: wanted => body.blocks.flatMap(it => nested(it, wanted, outer)),
  };
}

function nested(block: HclBlock, wanted: string, outer: Region): readonly Block[] {
  if (block.type === wanted) return [blockOf(block, wanted, block.body, outer)];
  if (block.type !== DYNAMIC || block.labels[0]?.value !== wanted) return [];
  return block.body.blocks
    .filter(it => it.type === CONTENT)
    .map(content => ({ ...blockOf(block, wanted, content.body, outer), labels: [] }));
}

export const hclEntries = (body: HclBody, outer: Region): readonly Entry[] =>
  body.attributes
    .filter(it => it.value.kind !== 'missing')
    .map(it => ({
      name: it.name,
      value: expressionOf(it.value, outer),
      at: spanOf(outer, it.start, it.end),
    }));
