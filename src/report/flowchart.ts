//! A small picture of who acts where: pipelines, the identities they run under, and what those reach.

import type { Report } from '../domain/report.ts';
import { isUser } from '../domain/sign-in.ts';
import { visible } from './visible.ts';

/** A wider picture is shrunk to an unreadable strip. */
export const NODES_MAX = 12;

const LABEL_CHARACTERS_MAX = 60;

/** Mermaid source; `undefined` when there is nothing to draw or more than fits. */
export function flowchartOf(report: Report): string | undefined {
  const nodes = new Map<string, string>();
  const arrows = new Set<string>();
  const alarming: string[] = [];
  const idOf = (shape: Shape, name: string): string => {
    const key = `${shape} ${name}`;
    const given = nodes.get(key);
    if (given) return given;
    const id = `n${nodes.size + 1}`;
    nodes.set(key, id);
    return id;
  };
  for (const operation of report.operations) {
    const pipeline = idOf('pipeline', operation.entryPoint);
    const identity = idOf('identity', operation.identity);
    const audience = idOf('audience', operation.audience);
    if (isUser(operation.identity) && !alarming.includes(identity)) alarming.push(identity);
    arrows.add(`${pipeline} --> ${identity}`).add(`${identity} --> ${audience}`);
    if (nodes.size > NODES_MAX) return undefined;
  }
  if (nodes.size === 0) return undefined;
  return sourceOf(nodes, arrows, alarming);
}

type Shape = 'pipeline' | 'identity' | 'audience';

function sourceOf(
  nodes: ReadonlyMap<string, string>,
  arrows: ReadonlySet<string>,
  alarming: readonly string[],
): string {
  const drawn = [...nodes].map(([key, id]) => {
    const name = key.slice(key.indexOf(' ') + 1);
    if (key.startsWith('identity ')) return `${id}(["${labelOf(name)}"])`;
    return `${id}["${labelOf(name)}"]`;
  });
  const classes =
    alarming.length > 0
      ? ['classDef person stroke:#d1242f,stroke-width:3px', `class ${alarming.join(',')} person`]
      : [];
  return ['flowchart LR', ...[...drawn, ...arrows, ...classes].map(it => `  ${it}`)].join('\n');
}

/** Everything but letters, digits and a few marks becomes a number that mermaid reads as that character. */
function labelOf(name: string): string {
  const shown = visible(name);
  const cut =
    shown.length > LABEL_CHARACTERS_MAX ? `…${shown.slice(-LABEL_CHARACTERS_MAX)}` : shown;
  return cut.replace(/[^\p{L}\p{N} ./_…-]/gu, it => `#${it.codePointAt(0) ?? 63};`);
}
