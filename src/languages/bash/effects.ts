//! What is run and assigned while words are expanded, where the value of the words is of no interest.

import type { Redirection, SyntaxNode } from 'unbash';
import { forEachChild } from 'unbash';
import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Step } from '../../domain/step.ts';
import { spanAt } from '../script-text/source.ts';
import type { Context } from './context.ts';
import { NESTED_MAX } from './expansions.ts';
import { stepsInside } from './substitutions.ts';
import { oneWordOf } from './words.ts';

/** Steps whose variables, functions and folder do not outlive them. */
export const inProcess = (
  body: readonly Step[],
  at: ScopeStep['at'],
  environment: ScopeStep['environment'] = [],
): ScopeStep => ({ kind: 'scope', ends: 'process', environment, body, at });

/** What is run when a string is put together. */
export function runsOf(expression: Expression): readonly Step[] {
  switch (expression.kind) {
    case 'output':
      return expression.of.length === 0 ? [] : [inProcess(expression.of, expression.at)];
    case 'text':
      return expression.region.holes.flatMap(hole => runsOf(hole.expression));
    case 'join':
      return expression.parts.flatMap(runsOf);
    case 'list':
      return expression.items.flatMap(runsOf);
    case 'choice':
      return expression.options.flatMap(runsOf);
    case 'call':
      return expression.args.flatMap(runsOf);
    case 'elements':
    case 'split':
    case 'member':
      return runsOf(expression.of);
    case 'object':
      return expression.entries.flatMap(entry => runsOf(entry.value));
    case 'reference':
      return expression.otherwise ? runsOf(expression.otherwise) : [];
    case 'unknown':
      return [];
  }
}

type Kinds = 'all' | 'commands' | 'assignments';

/** `[[ $(az …) ]]`, `case ${x:=y} in`. */
export const effectsOf = (nodes: readonly SyntaxNode[], context: Context): readonly Step[] =>
  nodes.flatMap(node => effectsOfNode(node, 'all', context));

/** The same without assignments, for words whose assignments are made already. */
export const commandsIn = (nodes: readonly SyntaxNode[], context: Context): readonly Step[] =>
  nodes.flatMap(node => effectsOfNode(node, 'commands', context));

/** Assignments made while the words of a command are expanded; its words run their own commands. */
export function assignmentsIn(nodes: readonly SyntaxNode[], context: Context): readonly Step[] {
  const { text } = context.source;
  return nodes
    .filter(node => /\$\{\w+:?=/.test(text.slice(node.pos, node.end)))
    .flatMap(node => effectsOfNode(node, 'assignments', context));
}

/** Redirections start processes of their own: `done < <(az …)`. What is read from the text is an input. */
export const effectsOfRedirects = (
  redirects: readonly Redirection[],
  context: Context,
): readonly Step[] =>
  redirects.flatMap(redirect =>
    redirect.type === 'Redirect' && redirect.target ? effectsOf([redirect.target], context) : [],
  );

function effectsOfNode(node: SyntaxNode, kinds: Kinds, context: Context): readonly Step[] {
  const { source, depth } = context;
  if (node.type === 'CommandExpansion' || node.type === 'ProcessSubstitution') {
    const body = kinds === 'assignments' ? [] : stepsInside(node, context);
    return body.length === 0 ? [] : [inProcess(body, spanAt(source, node))];
  }
  if (depth >= NESTED_MAX * 2) return [];
  const deeper = { ...context, depth: depth + 1 };
  const steps: Step[] = [];
  forEachChild(node, child => {
    steps.push(...effectsOfNode(child, kinds, deeper));
  });
  if (kinds === 'commands' || node.type !== 'ParameterExpansion' || node.index) return steps;
  const { operation, parameter: name } = node;
  if (operation?.type !== 'Default' || !operation.operator.endsWith('=')) return steps;
  const value = oneWordOf(operation.operand, deeper);
  return [...steps, assigned(name, value, spanAt(source, node), { onlyIfUnset: true })];
}
