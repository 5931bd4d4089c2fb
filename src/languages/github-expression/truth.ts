//! Whether what a GitHub expression guards is let run: by what the file says, or by texts that a run knows.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import { allOf, anyOf, type Guard, negated } from './guards.ts';
import { statusGuard } from './status.ts';
import { type Teller, toldCall, toldEqual, toldText } from './told.ts';
import type { GithubExpression } from './tree.ts';

/** What the place of the file tells about an expression. */
export interface GuardPlace {
  readonly meaning: (node: GithubExpression) => Expression;
  /** As the file spells it. */
  readonly spelled: (node: GithubExpression) => string;
  /** It holds true or false, whatever else a text may be. */
  readonly isBoolean: (path: readonly string[]) => boolean;
  /** What `success()` asks for. */
  readonly success: Guard;
  /** Something failed before; else nothing did. */
  readonly hasFailed: boolean;
  readonly tell?: Teller;
}

/** Whether the expression is true, as GitHub takes it. */
export function guardOf(node: GithubExpression, place: GuardPlace): Guard {
  switch (node.kind) {
    case 'string':
      return node.text === '' ? 'never' : 'always';
    case 'constant':
      return node.isTruthy ? 'always' : 'never';
    case 'not':
      return negated(guardOf(node.of, place));
    case 'and':
      return allOf(node.operands.map(it => guardOf(it, place)));
    case 'or':
      return anyOf(node.operands.map(it => guardOf(it, place)));
    case 'comparison':
      return compared(node, place);
    case 'call':
      return statusGuard(node, place) ?? called(node, place);
    case 'context':
      return toldTruth(node, place) ?? truth(place.meaning(node), place.isBoolean(node.path));
    case 'member':
      return truth(place.meaning(node), true);
    case 'dynamic':
      return 'sometimes';
  }
}

function compared(node: GithubExpression & { kind: 'comparison' }, place: GuardPlace): Guard {
  const { operator, left, right } = node;
  if (operator !== '==' && operator !== '!=') return 'sometimes';
  if (isOfTwoTypes(left, right, place) || isOfTwoTypes(right, left, place)) return 'sometimes';
  const guard = statusGuard(node, place) ?? equalNodes(left, right, place);
  return operator === '==' ? guard : negated(guard);
}

const equalNodes = (one: GithubExpression, other: GithubExpression, place: GuardPlace): Guard =>
  toldEqual(one, other, place) ??
  toldEqual(other, one, place) ??
  equal(folded(place.meaning(one)), folded(place.meaning(other)));

/** Of texts of the file a false one may be `false`, which is no matter of what the run is told. */
function toldTruth(
  node: GithubExpression & { kind: 'context' },
  place: GuardPlace,
): Guard | undefined {
  if (place.isBoolean(node.path)) return toldText(node, 'true', place);
  const empty = node.path[0] === 'inputs' ? undefined : toldText(node, '', place);
  return empty && negated(empty);
}

/** `inputs.apply == 'true'` of a boolean is false, and nobody means that. */
const isOfTwoTypes = (
  one: GithubExpression,
  other: GithubExpression,
  { isBoolean }: GuardPlace,
): boolean =>
  one.kind === 'context' &&
  isBoolean(one.path) &&
  other.kind === 'string' &&
  /^(?:true|false)$/i.test(other.text);

function called(node: GithubExpression & { kind: 'call' }, place: GuardPlace): Guard {
  const [of, part] = node.args;
  switch (node.name) {
    case 'contains':
      return of && part ? toldCall(node, contained(of, part, place), place) : 'sometimes';
    case 'startswith':
    case 'endswith': {
      const where = node.name === 'startswith' ? 'start' : 'end';
      return of && part ? toldCall(node, partGuard(of, part, where, place), place) : 'sometimes';
    }
    case 'fromjson':
      return truth(place.meaning(node), true);
    case 'format':
    case 'join':
      return truth(place.meaning(node), false);
    default:
      return 'sometimes';
  }
}

function contained(of: GithubExpression, part: GithubExpression, place: GuardPlace): Guard {
  const items = listIn(of);
  if (!items) return partGuard(of, part, 'anywhere', place);
  const { start, end } = of;
  return anyOf(items.map(text => equalNodes(part, { kind: 'string', text, start, end }, place)));
}

/** The texts of `fromJSON('["a", "b"]')`. */
function listIn(node: GithubExpression): readonly string[] | undefined {
  const [list] = node.kind === 'call' && node.name === 'fromjson' ? node.args : [];
  if (list?.kind !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(list.text);
    return Array.isArray(parsed) ? parsed.map(String) : undefined;
  } catch {
    return undefined;
  }
}

function partGuard(
  of: GithubExpression,
  part: GithubExpression,
  where: 'start' | 'end' | 'anywhere',
  { meaning }: GuardPlace,
): Guard {
  const [whole, piece] = [folded(meaning(of)), folded(meaning(part))];
  return isOpen(whole) || isOpen(piece)
    ? 'sometimes'
    : { kind: 'part', of: whole, part: piece, place: where };
}

/** A text that is not empty is true: that `false` is one too, nobody means. */
function truth(of: Expression, isBoolean: boolean): Guard {
  const value = folded(of);
  if (isOpen(value)) return 'sometimes';
  const differs = (...texts: readonly string[]): Guard =>
    allOf(texts.map(it => negated(equal(value, literal(it, value.at)))));
  if (isBoolean) return differs('', 'false', '0');
  return allOf([differs(''), anyOf([differs('false', '0'), 'sometimes'])]);
}

function equal(left: Expression, right: Expression): Guard {
  if (isOpen(left) || isOpen(right)) return 'sometimes';
  const [one, other] = [literalOf(left), literalOf(right)];
  if (one !== undefined && other !== undefined) return one === other ? 'always' : 'never';
  return { kind: 'texts', left, right, isEqual: true };
}

/** Of what only the platform knows nothing can be decided. */
const isOpen = (of: Expression): boolean =>
  of.kind === 'unknown' || (of.kind === 'call' && of.name === 'lower' && of.args.some(isOpen));

/** Texts are compared without regard to case. */
function folded(of: Expression): Expression {
  const spelled = literalOf(of);
  return spelled === undefined
    ? { kind: 'call', name: 'lower', args: [of], at: of.at }
    : literal(spelled.toLowerCase(), of.at);
}
