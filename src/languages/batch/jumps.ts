//! `goto` and `call :label`: a label is a function that goes on to the end of the text.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { type Context, labelName, placeOf } from './context.ts';
import type { BatchCommand, Stretch } from './tree.ts';

/** `goto x`, `goto:x`, `goto :eof`; `undefined` when the command is another. */
export function gotoLabel(command: BatchCommand, context: Context): string | undefined {
  const text = context.source.text.slice(command.start, command.end);
  return /^@?goto(?:\s*:|\s+):?\s*([^\s:]*)/i.exec(text)?.[1]?.toLowerCase();
}

/** What stands at the label runs, and what stands here no more. */
export function jumpSteps(label: string, command: Stretch, context: Context): readonly Step[] {
  const at = placeOf(context, command);
  const stop = { kind: 'stop', leaves: 'function', at } as const;
  return [...labelSteps(label, [], at, context), stop];
}

/** `goto %1` may go to any of a few; more are somebody's table. */
const LABELS_MAX = 30;

/** Nothing when the text has no such label. */
export function labelSteps(
  label: string,
  given: readonly Expression[],
  at: Span,
  context: Context,
): readonly Step[] {
  if (context.labels.has(label)) return [labelStep(label, given, at, context)];
  if (!/[%!]/.test(label) || context.labels.size > LABELS_MAX) return [];
  const arms = [...context.labels.keys()].map(it => [labelStep(it, given, at, context)]);
  return [{ kind: 'branch', arms, isExhaustive: false, at }];
}

function labelStep(label: string, given: readonly Expression[], at: Span, context: Context): Step {
  context.reached.add(label);
  const words = [literal(labelName(label), at), ...given];
  return { kind: 'command', words, environment: [], at };
}
