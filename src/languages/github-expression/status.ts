//! What an expression asks of how the run went so far: `failure()`, `needs.build.result == 'success'`.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#status-check-functions

import { literalOf } from '../../domain/literal.ts';
import type { Guard } from './guards.ts';
import type { GithubExpression } from './tree.ts';
import type { GuardPlace } from './truth.ts';

/** `undefined` for what asks for something else, or for a result that a run knows. */
export function statusGuard(node: GithubExpression, place: GuardPlace): Guard | undefined {
  if (node.kind === 'call') return functionGuard(node, place);
  if (node.kind !== 'comparison') return undefined;
  const { left, right } = node;
  return resultGuard(left, right, place) ?? resultGuard(right, left, place);
}

function functionGuard(
  node: GithubExpression & { kind: 'call' },
  { success, hasFailed, spelled }: GuardPlace,
): Guard | undefined {
  switch (node.name) {
    case 'always':
      return 'always';
    case 'success':
      return hasFailed ? 'never' : success;
    case 'failure':
      return hasFailed ? 'always' : 'never';
    case 'cancelled':
      return hasFailed ? 'sometimes' : 'never';
    case 'contains': {
      const [of, result] = node.args;
      const isOfResults = of && /^needs\s*\.\s*\*\s*\.\s*result$/i.test(spelled(of));
      return isOfResults && isBad(result) ? badGuard(hasFailed) : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether they are equal. */
function resultGuard(
  of: GithubExpression,
  result: GithubExpression,
  { hasFailed, meaning }: GuardPlace,
): Guard | undefined {
  if (of.kind !== 'context' || result.kind !== 'string') return undefined;
  const [context, , last] = of.path;
  if (context === 'needs' && last === 'result') {
    if (isBad(result)) return badGuard(hasFailed);
    // What never runs does not fail either.
    return hasFailed && literalOf(meaning(of)) !== 'skipped' ? 'sometimes' : undefined;
  }
  if (context !== 'job' || of.path[1] !== 'status') return undefined;
  if (isBad(result)) return badGuard(hasFailed);
  return hasFailed ? 'never' : 'always';
}

const isBad = (result: GithubExpression | undefined): boolean =>
  result?.kind === 'string' && /^(?:failure|cancelled)$/i.test(result.text);

const badGuard = (hasFailed: boolean): Guard => (hasFailed ? 'sometimes' : 'never');

const STATUS: ReadonlySet<string> = new Set(['always', 'cancelled', 'failure', 'success']);

/** Without one of these GitHub runs it only when nothing failed before. */
export function asksForStatus(node: GithubExpression): boolean {
  switch (node.kind) {
    case 'call':
      return STATUS.has(node.name) || node.args.some(asksForStatus);
    case 'not':
    case 'member':
      return asksForStatus(node.of);
    case 'and':
    case 'or':
      return node.operands.some(asksForStatus);
    case 'comparison':
      return asksForStatus(node.left) || asksForStatus(node.right);
    case 'string':
    case 'constant':
    case 'context':
    case 'dynamic':
      return false;
  }
}
