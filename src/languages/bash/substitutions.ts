//! `$(…)`, backticks and `<(…)`: the commands inside, run in a process of their own.

import type { CommandExpansionPart, ParsedScript, ProcessSubstitutionPart } from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { type Source, spanAt } from '../script-text/source.ts';
import { regionOf } from '../script-text/strings.ts';
import { type Context, noteError } from './context.ts';
import { literalPieces } from './escapes.ts';
import { NESTED_MAX, notEvaluated } from './expansions.ts';
import { scriptFolder } from './script-folder.ts';
import { simpleCommand } from './simple-command.ts';
import { lowered } from './statements.ts';
import { printedBy, withoutLineEnd } from './writes.ts';

export type Substitution = CommandExpansionPart | ProcessSubstitutionPart;

/** A word that is looked at twice must not double the work: inside each other that multiplies. */
export function outputOf(part: Substitution, context: Context): Expression {
  const { outputs } = context.notes;
  const before = outputs.get(part);
  if (before) return before;
  const output = newOutput(part, context);
  outputs.set(part, output);
  return output;
}

/** The commands of a substitution whose value is of no interest. */
export function stepsInside(part: Substitution, context: Context): readonly Step[] {
  const { steps } = context.notes;
  const before = steps.get(part);
  if (before) return before;
  const inside = insideOf(part, context);
  const all = inside ? lowered(inside.script.commands, inside.context) : [];
  steps.set(part, all);
  return all;
}

function newOutput(part: Substitution, context: Context): Expression {
  const { source } = context;
  const at = spanAt(source, part);
  const text = source.region.text.slice(part.pos, part.end);
  const known = knownOutput(text, at);
  if (known) return known;
  if (context.depth >= NESTED_MAX) {
    const message = 'commands are nested too deep here to be followed';
    context.notes.problems.push({ at, message });
    return notEvaluated(text, at);
  }
  const inside = part.type === 'CommandExpansion' ? insideOf(part, context) : undefined;
  const printed = inside && onlyPrinted(inside.script, inside.context);
  return printed ?? { kind: 'output', of: stepsInside(part, context), at };
}

/** Answers that do not depend on what the commands print. */
function knownOutput(text: string, at: Expression['at']): Expression | undefined {
  if (/^\$\(\s*pwd(?:\s+-[PL])?\s*\)$/.test(text) || text === '`pwd`') {
    return { kind: 'reference', space: 'variable', name: 'PWD', at };
  }
  // Absolute paths count from the root of the repository.
  if (/^\$\(\s*git rev-parse --show-toplevel\s*\)$/.test(text)) return literal('/', at);
  return scriptFolder(text, at);
}

/** `$(echo "$x")`: what it prints, where that is all it does. */
function onlyPrinted(script: ParsedScript, context: Context): Expression | undefined {
  const [only, ...others] = script.commands;
  if (only?.command.type !== 'Command' || others.length > 0 || only.background) return undefined;
  const command = simpleCommand(only.command, undefined);
  if (!command || command.redirects.some(it => it.type === 'Redirect')) return undefined;
  const printed = printedBy(command, context);
  return printed && withoutLineEnd(printed);
}

/** `undefined` when it is too deep to be followed. */
function insideOf(
  part: Substitution,
  context: Context,
): { readonly script: ParsedScript; readonly context: Context } | undefined {
  const script = context.depth < NESTED_MAX ? part.script : undefined;
  if (!script) return undefined;
  const source =
    script.source === undefined
      ? context.source
      : unescapedSource(part, script.source, context.source);
  noteError(script.errors, source, context.notes);
  return { script, context: { ...context, source, depth: context.depth + 1, output: undefined } };
}

/** Escapes between backticks are taken away before the text is parsed, so that its offsets are its own. */
function unescapedSource(part: Substitution, text: string, outer: Source): Source {
  const { region } = outer;
  const masked = { ...region, text: outer.text, holes: [] };
  const [from, to] = [part.pos + 1, part.end - 1];
  for (const quoting of ['heredoc', 'double'] as const) {
    if (regionOf(literalPieces(masked, from, to, quoting), masked).text !== text) continue;
    return { region: regionOf(literalPieces(region, from, to, quoting), region), text };
  }
  return { region: { at: spanAt(outer, part), text, segments: [], holes: [] }, text };
}
