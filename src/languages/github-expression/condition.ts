//! Whether an `if:` lets its step or job run.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#status-check-functions

import type { Region } from '../../domain/region.ts';
import { allOf, type Guard } from './guards.ts';
import { holePlaces } from './holes.ts';
import { type Contexts, placeIn } from './meaning.ts';
import { parseGithubExpression } from './parse.ts';
import { asksForStatus } from './status.ts';
import type { GithubExpression } from './tree.ts';
import { guardOf } from './truth.ts';

export interface RunCondition {
  /** Of a run in which nothing failed; what is for failures is never sure to run. */
  readonly guard: Guard;
  /** It never holds unless something failed. */
  readonly isForFailure: boolean;
  /** It says what is to become of it when something failed or was skipped; else GitHub does: it does not run. */
  readonly asksForStatus: boolean;
  /** The same for all conditions that mean the same by their words. */
  readonly key: string;
  /** The key of what holds when this does not. */
  readonly opposite: string;
}

export const ALWAYS: RunCondition = {
  guard: 'always',
  isForFailure: false,
  asksForStatus: false,
  key: '',
  opposite: '!()',
};

/** `region` is what stands after `if:`, with or without `${{ }}`; `success` what `success()` asks for. */
export function conditionOf(region: Region, contexts: Contexts, success: Guard): RunCondition {
  const parsed = parsedCondition(region.text);
  const spelled = region.text.trim();
  if (!parsed) return { ...ALWAYS, guard: 'sometimes', key: spelled, opposite: `!(${spelled})` };
  const usual = guardOf(parsed, { ...placeIn(region, contexts), success, hasFailed: false });
  const failing = guardOf(parsed, { ...placeIn(region, contexts), success, hasFailed: true });
  const isForFailure = usual === 'never' && failing !== 'never';
  return {
    guard: isForFailure ? allOf([failing, 'sometimes']) : usual,
    isForFailure,
    asksForStatus: asksForStatus(parsed),
    key: keyOf(parsed, region.text),
    opposite: oppositeOf(parsed, region.text),
  };
}

/** `undefined` when it is no expression: a text with one in it is always true, and nobody means that. */
function parsedCondition(text: string): GithubExpression | undefined {
  const start = text.length - text.trimStart().length;
  const end = start + text.trim().length;
  const [hole] = holePlaces(text);
  if (!hole) return parseGithubExpression(text, start, end);
  const isWhole = hole.start === start && hole.end === end;
  return isWhole ? parseGithubExpression(text, hole.bodyStart, hole.bodyEnd) : undefined;
}

function keyOf(node: GithubExpression, text: string): string {
  if (node.kind === 'not') return oppositeOf(node.of, text);
  if (node.kind === 'comparison') return comparisonKey(node, node.operator, text);
  return text.slice(node.start, node.end).replace(/\s+/g, ' ').toLowerCase();
}

function oppositeOf(node: GithubExpression, text: string): string {
  if (node.kind === 'not') return keyOf(node.of, text);
  if (node.kind === 'comparison' && /^[!=]=$/.test(node.operator)) {
    return comparisonKey(node, node.operator === '==' ? '!=' : '==', text);
  }
  return `!(${keyOf(node, text)})`;
}

const comparisonKey = (
  { left, right }: GithubExpression & { kind: 'comparison' },
  operator: string,
  text: string,
): string => `${keyOf(left, text)} ${operator} ${keyOf(right, text)}`;
