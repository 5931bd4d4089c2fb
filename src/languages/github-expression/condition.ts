//! Whether an `if:` lets its step or job run.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#status-check-functions

import { holePlaces } from './holes.ts';
import { truthOf } from './meaning.ts';
import { parseGithubExpression } from './parse.ts';
import type { GithubExpression } from './tree.ts';

export type Condition = 'always' | 'never' | 'sometimes';

/** `source` is what stands after `if:`, with or without `${{ }}`. A run without failures is assumed. */
export function conditionOf(source: string): Condition {
  const trimmed = source.trim();
  const [hole] = holePlaces(trimmed);
  const isOneHole = hole?.start === 0 && hole.end === trimmed.length;
  if (hole && !isOneHole) return 'sometimes';
  const parsed = hole
    ? parseGithubExpression(trimmed, hole.bodyStart, hole.bodyEnd)
    : parseGithubExpression(trimmed, 0, trimmed.length);
  return parsed ? outcomeOf(parsed) : 'sometimes';
}

function outcomeOf(node: GithubExpression): Condition {
  switch (node.kind) {
    case 'string':
    case 'constant':
      return truthOf(node) ? 'always' : 'never';
    case 'call':
      return node.name === 'always' || node.name === 'success' ? 'always' : 'sometimes';
    case 'not':
      return negated(node.of);
    case 'and': {
      const all = node.operands.map(outcomeOf);
      if (all.includes('never')) return 'never';
      return all.every(it => it === 'always') ? 'always' : 'sometimes';
    }
    case 'or': {
      const all = node.operands.map(outcomeOf);
      if (all.includes('always')) return 'always';
      return all.every(it => it === 'never') ? 'never' : 'sometimes';
    }
    case 'context':
    case 'member':
    case 'dynamic':
    case 'comparison':
      return 'sometimes';
  }
}

function negated(node: GithubExpression): Condition {
  if (node.kind === 'call' && node.name === 'cancelled') return 'always';
  // What is false with a failure is no promise that it never runs.
  if (node.kind === 'call') return 'sometimes';
  const outcome = outcomeOf(node);
  if (outcome === 'sometimes') return outcome;
  return outcome === 'always' ? 'never' : 'always';
}
