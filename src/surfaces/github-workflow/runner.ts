//! The machine of a job: its labels, and the system that they tell.
//! Source: https://docs.github.com/en/actions/reference/runners/github-hosted-runners

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { ContextReader } from '../../languages/github-expression/meaning.ts';
import { childOf, isEmpty, scalarOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { nodeValue, type Reading, unknownHere } from '../github-reading.ts';

/** A name, a list of labels, or `{ group, labels }`. */
export function runnerOf(node: YamlNode | undefined, reading: Reading): Expression | undefined {
  if (!node || isEmpty(node)) return undefined;
  if (node.kind !== 'mapping') return nodeValue(node, reading);
  const labels = childOf(node, 'labels');
  const group = childOf(node, 'group');
  const parts = [...(group ? [group] : []), ...(labels?.kind === 'sequence' ? labels.items : [])];
  const single = scalarOf(labels);
  const all = single ? [...parts, single] : parts;
  return { kind: 'list', items: all.map(it => nodeValue(it, reading)), at: node.at };
}

/** `runner.os`, where a label tells it: `ubuntu-24.04`, `[self-hosted, linux]`, `${{ matrix.os }}`. */
export const systemReader =
  (node: YamlNode | undefined, reading: Reading): ContextReader =>
  (path, at) => {
    // What nobody asks for is not read either: a matrix runs once for each value that something reads.
    const runner =
      path.join('.').toLowerCase() === 'runner.os' ? runnerOf(node, reading) : undefined;
    return runner && systemOf(runner, at);
  };

const SYSTEMS = [
  ['ubuntu', 'Linux'],
  ['linux', 'Linux'],
  ['windows', 'Windows'],
  ['macos', 'macOS'],
] as const;

function systemOf(runner: Expression, at: Span): Expression {
  const labels = runner.kind === 'list' ? runner.items : [runner];
  const spelled = labels.flatMap(it => literalOf(it)?.toLowerCase() ?? []);
  const known = SYSTEMS.find(([start]) => spelled.some(it => it.startsWith(start)));
  if (known) return literal(known[1], at);
  const unknown = unknownHere('runner.os', at);
  const [only, ...others] = labels;
  return only && others.length === 0 && spelled.length === 0 ? chosen(only, unknown, at) : unknown;
}

/** The system of a label that only the run knows. */
function chosen(label: Expression, otherwise: Expression, at: Span): Expression {
  let found = otherwise;
  for (const [start, system] of SYSTEMS) {
    const of: Expression = { kind: 'call', name: 'lower', args: [label], at };
    const when = { kind: 'part', of, part: literal(start, at), place: 'start' } as const;
    found = { kind: 'choice', options: [literal(system, at), found], when, at };
  }
  return found;
}
