//! What the file does not tell but is the same for all that asks for it: `github.ref` in every step of a job.

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { inputName } from './contexts.ts';
import type { Guard } from './guards.ts';
import type { GithubExpression } from './tree.ts';
import type { GuardPlace } from './truth.ts';

/** What a condition wants to be told. */
export interface Question {
  /** The same for all that ask for the same. */
  readonly name: string;
  readonly of: Expression;
  /** What it compares it with, in lower case. */
  readonly text: string;
  /** Where it asks. */
  readonly at: Span;
}

/** Gives what holds in the run that is looked at; `undefined` where no runs are told apart. */
export type Teller = (question: Question) => Expression | undefined;

/** Whether one is equal to the text that the other spells; `undefined` for all other comparisons. */
export function toldEqual(
  of: GithubExpression,
  other: GithubExpression,
  place: GuardPlace,
): Guard | undefined {
  if (of.kind !== 'context') return undefined;
  return other.kind === 'string' || other.kind === 'constant'
    ? toldText(of, other.kind === 'constant' && other.text === 'null' ? '' : other.text, place)
    : undefined;
}

/** Whether it is that text; `undefined` for what a step may change. */
export function toldText(
  of: GithubExpression & { kind: 'context' },
  text: string,
  place: GuardPlace,
): Guard | undefined {
  const input = inputName(of.path);
  const name = input === undefined ? of.path.join('.').toLowerCase() : `inputs.${input}`;
  const value = place.meaning(of);
  return STABLE.has(of.path[0] ?? '') && literalOf(value) === undefined
    ? answered({ name, of: value, text: text.toLowerCase(), at: value.at }, place)
    : undefined;
}

/** Whether a call gives true, of which `guard` is what the file says. */
export function toldCall(
  node: GithubExpression & { kind: 'call' },
  guard: Guard,
  place: GuardPlace,
): Guard {
  const [of] = node.args;
  if (of?.kind !== 'context' || !STABLE.has(of.path[0] ?? '')) return guard;
  if (guard === 'always' || guard === 'never') return guard;
  const { at } = place.meaning(of);
  const name = place.spelled(node).replace(/\s+/g, '').toLowerCase();
  const options = [literal('true', at), literal('false', at)];
  const value: Expression =
    guard === 'sometimes'
      ? unknownExpression({ kind: 'not-evaluated', text: name.slice(0, 60) }, at)
      : { kind: 'choice', options, when: guard, at };
  return answered({ name, of: value, text: 'true', at }, place) ?? guard;
}

/** Contexts that no step changes. */
const STABLE: ReadonlySet<string> = new Set(['github', 'inputs', 'secrets', 'vars']);

function answered(question: Question, { tell }: GuardPlace): Guard | undefined {
  const left = tell?.(question);
  const right = literal(question.text, question.at);
  return left && { kind: 'texts', left, right, isEqual: true };
}
