//! How the jobs that a job needs went, and what they gave out, as it reads them.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#needs-context

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Span } from '../../domain/span.ts';
import { allOf, type Guard } from '../../languages/github-expression/guards.ts';
import type { ContextReader } from '../../languages/github-expression/meaning.ts';
import { unknownHere } from '../github-reading.ts';

/** `by-condition`: the run decides. */
export type Outcome = 'runs' | 'skipped' | 'by-condition';

/** The jobs that were read, by their ids. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** What others read its outputs by. */
export const outputsId = (job: string): string => `needs.${job}`;

/** No output has such a name. */
const RESULT = ':result';

/** A step that says how the job went. */
export const resultStep = (job: string, result: 'success' | 'skipped', at: Span): ScopeStep => ({
  kind: 'scope',
  ends: 'process',
  environment: [],
  id: outputsId(job),
  outputs: [{ name: RESULT, value: literal(result, at), at }],
  body: [],
  at,
});

const resultOf = (job: string, at: Span): Expression => ({
  kind: 'reference',
  space: 'output',
  name: `${outputsId(job)}.${RESULT}`,
  at,
});

/** Nothing that it needs failed or was skipped. */
export const successOf = (needs: readonly string[], outcomes: Outcomes, at: Span): Guard =>
  allOf(needs.map(it => successOfOne(it, outcomes.get(it) ?? 'runs', at)));

function successOfOne(job: string, outcome: Outcome, at: Span): Guard {
  switch (outcome) {
    case 'runs':
      return 'always';
    case 'skipped':
      return 'never';
    case 'by-condition': {
      const [left, right] = [resultOf(job, at), literal('success', at)];
      return { kind: 'texts', left, right, isEqual: true };
    }
  }
}

/** A job knows nothing of jobs that it does not need. */
export const needsReader =
  (needs: readonly string[], outcomes: Outcomes): ContextReader =>
  (path, at) => {
    const [context, job = '', what] = path;
    if (context !== 'needs') return undefined;
    if (!needs.includes(job)) return unknownHere(path.join('.'), at);
    const outcome = outcomes.get(job) ?? 'runs';
    if (what === 'result' && path.length === 3) return resultValue(job, outcome, at);
    return outcome === 'skipped' ? literal('', at) : undefined;
  };

function resultValue(job: string, outcome: Outcome, at: Span): Expression {
  switch (outcome) {
    case 'runs':
      return literal('success', at);
    case 'skipped':
      return literal('skipped', at);
    case 'by-condition':
      return resultOf(job, at);
  }
}
