//! What a branch depends on: two texts, as in `[ -n "$CI" ]`, or how a command went, as in `az account show || …`.

import type {
  Command,
  CommandArgument,
  Pipeline,
  PipelineNode,
  TestExpression,
  Word,
} from 'unbash';
import { type Condition, negated } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { spanAt } from '../script-text/source.ts';
import { together } from './condition-lists.ts';
import type { Context } from './context.ts';
import { countOf } from './expansions.ts';
import { simpleCommand, staticText } from './simple-command.ts';
import { oneWordOf } from './words.ts';

/** `undefined` for whatever is no comparison of texts. */
export function conditionOf(node: PipelineNode, context: Context): Condition | undefined {
  if (node.type === 'Pipeline') return ofPipeline(node, context);
  if (node.type === 'TestCommand') return ofTest(node.expression, context);
  if (node.type !== 'Command') return undefined;
  const command = simpleCommand(node, undefined);
  if (!command) return ofAssignment(node, context);
  if (command?.name !== '[' && command?.name !== 'test') return outcomeOf(command?.name);
  const words = command.words.slice(1);
  const isBracket = command.name === '[';
  if (isBracket && staticText(words.at(-1)) !== ']') return undefined;
  return ofWords(isBracket ? words.slice(0, -1) : words, context);
}

/** `X=$(az account show)` goes as the command in it does, which puts something out when it goes well. */
function ofAssignment({ prefix }: Command, context: Context): Condition | undefined {
  const [only, ...others] = prefix;
  if (only?.type !== 'Assignment' || others.length > 0) return undefined;
  if (only.value.type !== 'Word' || !/^"?\$\(/.test(only.value.text)) return undefined;
  const at = spanAt(context.source, only);
  const left: Expression = { kind: 'reference', space: 'variable', name: only.name, at };
  return { kind: 'texts', left, right: literal('', at), isEqual: false };
}

/** A command that stands before the branch as a step of its own. */
const outcomeOf = (name: string | undefined): Condition | undefined =>
  name === undefined ? undefined : { kind: 'outcome', isSuccess: true };

function ofPipeline(node: Pipeline, context: Context): Condition | undefined {
  const [only, ...others] = node.commands;
  if (!only || others.length > 0) return undefined;
  const condition = conditionOf(only, context);
  const negations = node.prefixes.filter(it => it.type === 'Negation').length;
  return negations % 2 === 1 ? negated(condition) : condition;
}

function ofTest(test: TestExpression, context: Context): Condition | undefined {
  switch (test.type) {
    case 'TestUnary':
      return emptiness(test.operator, test.operand, context);
    case 'TestBinary':
      return (
        patternMatch(test.left, test.operator, test.right, context) ??
        comparison(test.left, test.operator, test.right, context)
      );
    case 'TestNot': {
      const condition = ofTest(test.operand, context);
      return test.negations.length % 2 === 1 ? negated(condition) : condition;
    }
    case 'TestGroup':
      return ofTest(test.expression, context);
    case 'TestLogical':
      return together(
        test.operator,
        test.operands.map(it => ofTest(it, context)),
      );
  }
}

function ofWords(all: readonly CommandArgument[], context: Context): Condition | undefined {
  const words = all.flatMap(it => (it.type === 'Word' ? [it] : []));
  const [first, second, third, fourth] = words;
  if (fourth || !first || words.length < all.length) return undefined;
  if (staticText(first) === '!') return negated(ofWords(words.slice(1), context));
  if (!second) return emptiness('-n', first, context);
  const operator = staticText(third ? second : first);
  if (operator === undefined) return undefined;
  return third ? comparison(first, operator, third, context) : emptiness(operator, second, context);
}

function emptiness(operator: string, word: Word, context: Context): Condition | undefined {
  if (operator === '-t') return byHand(word, context);
  if (operator !== '-n' && operator !== '-z') return undefined;
  const left = oneWordOf(word, context);
  const empty = literal('', spanAt(context.source, word));
  return { kind: 'texts', left, right: empty, isEqual: operator === '-z' };
}

/** Numbers are compared as they are spelled: nobody writes `[ $x -eq 00 ]`. */
const EQUALITIES: ReadonlySet<string> = new Set(['=', '==', '-eq']);
const DIFFERENCES: ReadonlySet<string> = new Set(['!=', '-ne']);

function comparison(
  left: Word,
  operator: string,
  right: Word,
  context: Context,
): Condition | undefined {
  if (/^"?\$\?"?$/.test(left.text)) return ofStatus(operator, right.text);
  if (/^"?\$#"?$/.test(left.text)) return ofCount(left, `${operator} ${right.text}`, context);
  const isEquality = EQUALITIES.has(operator);
  if (!isEquality && !DIFFERENCES.has(operator)) return undefined;
  // To the right of `[[ x == … ]]` stands a pattern.
  if (/[*?[\]()]/.test(right.text)) return undefined;
  const sides: readonly Expression[] = [oneWordOf(left, context), oneWordOf(right, context)];
  const [one, other] = sides;
  return one && other ? { kind: 'texts', left: one, right: other, isEqual: isEquality } : undefined;
}

/** A pattern of which only the ends are open: `de*`, `*-x`, `*x*`. */
const PATTERN = /^(\*?)([\w./:@%+,=-]+)(\*?)$/;

/** To the right of `[[ x == … ]]`; `undefined` for a pattern that is no part of a text. */
function patternMatch(
  left: Word,
  operator: string,
  right: Word,
  context: Context,
): Condition | undefined {
  const isEquality = operator === '=' || operator === '==';
  const [, before, text = '', after] = PATTERN.exec(right.text) ?? [];
  if ((!before && !after) || !(isEquality || operator === '!=')) return undefined;
  const condition: Condition = {
    kind: 'part',
    of: oneWordOf(left, context),
    part: literal(text, spanAt(context.source, right)),
    place: before && after ? 'anywhere' : before ? 'end' : 'start',
  };
  return isEquality ? condition : negated(condition);
}

/** `[ $? -ne 0 ]`: how the command before went. */
function ofStatus(operator: string, status: string): Condition | undefined {
  if (!/^"?0"?$/.test(status)) return undefined;
  if (EQUALITIES.has(operator)) return { kind: 'outcome', isSuccess: true };
  return DIFFERENCES.has(operator) || operator === '-gt'
    ? { kind: 'outcome', isSuccess: false }
    : undefined;
}

/** Whether there are arguments, `$# -gt 0`, or how many there are. */
function ofCount(count: Word, test: string, context: Context): Condition | undefined {
  const at = spanAt(context.source, count);
  const [, operator = '', number = ''] = /^(\S+) "?(\d+)"?$/.exec(test) ?? [];
  const isEqual = isCountEqual(operator, number);
  if (isEqual === undefined) return undefined;
  const right = literal(/^-[gl]/.test(operator) || /[<>]/.test(operator) ? '0' : number, at);
  return { kind: 'texts', left: countOf(at), right, isEqual };
}

/** A count below zero does not exist: `-gt 0` and `-ge 1` say that it is not zero. */
function isCountEqual(operator: string, number: string): boolean | undefined {
  if (EQUALITIES.has(operator)) return true;
  if (DIFFERENCES.has(operator)) return false;
  if (/^(?:-gt|>) 0$|^(?:-ge|>=) 1$/.test(`${operator} ${number}`)) return false;
  return /^(?:-le|<=) 0$|^(?:-lt|<) 1$/.test(`${operator} ${number}`) ? true : undefined;
}

/** `[ -t 0 ]`: a terminal is where a person is, and no run of a platform that says `CI` has one. */
function byHand(word: Word, context: Context): Condition {
  const at = spanAt(context.source, word);
  const left: Expression = { kind: 'reference', space: 'variable', name: 'CI', at };
  return { kind: 'texts', left, right: literal('', at), isEqual: true };
}
