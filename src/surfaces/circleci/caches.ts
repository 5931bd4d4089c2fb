//! `restore_cache`: what any `save_cache` of the configuration has kept.
//! Source: https://circleci.com/docs/reference/configuration-reference/#restore_cache

import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, itemsOf, scalarOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { restoredFiles } from '../container.ts';

/** Keys are put together when the job runs: which cache it is, nobody knows before. */
export const restoredSteps = (root: YamlNode, at: Span): readonly Step[] =>
  keptBy('save_cache', root, 0).map(path =>
    restoredFiles(literal(path, at), literal('restore_cache', at), 'cache', at),
  );

/** `attach_workspace`: what any `persist_to_workspace` has kept, at the place that the step says. */
export function attachedSteps(
  root: YamlNode,
  step: YamlNode | undefined,
  at: Span,
): readonly Step[] {
  const to = scalarOf(childOf(step, 'at'))?.text.replace(/\/+$/, '');
  if (to === undefined) return [];
  return keptBy('persist_to_workspace', root, 0).map(path =>
    restoredFiles(literal(`${to}/${path}`, at), literal('attach_workspace', at), 'cache', at),
  );
}

/** Steps in conditions in commands; deeper is no configuration. */
const DEPTH_MAX = 30;

/** The paths of every such step, in all jobs and commands. */
function keptBy(step: string, node: YamlNode, depth: number): readonly string[] {
  if (node.kind === 'scalar' || depth > DEPTH_MAX) return [];
  if (node.kind === 'sequence') return node.items.flatMap(it => keptBy(step, it, depth + 1));
  return node.entries.flatMap(({ key, value }) =>
    key.text === step
      ? itemsOf(childOf(value, 'paths')).flatMap(it => scalarOf(it)?.text ?? [])
      : keptBy(step, value, depth + 1),
  );
}
