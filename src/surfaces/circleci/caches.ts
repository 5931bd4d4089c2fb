//! `restore_cache`: what any `save_cache` of the configuration has kept.
//! Source: https://circleci.com/docs/reference/configuration-reference/#restore_cache

import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, itemsOf, scalarOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { restoredFiles } from '../container.ts';

/** Keys are put together when the job runs: which cache it is, nobody knows before. */
export const restoredSteps = (root: YamlNode, at: Span): readonly Step[] =>
  savedPaths(root, 0).map(path =>
    restoredFiles(literal(path, at), literal('restore_cache', at), 'cache', at),
  );

/** Steps in conditions in commands; deeper is no configuration. */
const DEPTH_MAX = 30;

function savedPaths(node: YamlNode, depth: number): readonly string[] {
  if (node.kind === 'scalar' || depth > DEPTH_MAX) return [];
  if (node.kind === 'sequence') return node.items.flatMap(it => savedPaths(it, depth + 1));
  return node.entries.flatMap(({ key, value }) =>
    key.text === 'save_cache'
      ? itemsOf(childOf(value, 'paths')).flatMap(it => scalarOf(it)?.text ?? [])
      : savedPaths(value, depth + 1),
  );
}
