//! `awk '{ system("az login -u " $1) }'`: a command that awk puts together, its fields not known.
//! Source: https://www.gnu.org/software/gawk/manual/html_node/I_002fO-Functions.html

import type { Expression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { Hole } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { spanAt } from '../script-text/source.ts';
import type { Context } from './context.ts';
import { scriptSteps } from './shells.ts';
import { argumentsOf, commandStep, type SimpleCommand, staticText } from './simple-command.ts';

/** Options whose value is the next word. */
const VALUED = /^-[Fvf]$/;

/** Text in quotes, or anything else but the end of the call. */
const CALL = /\bsystem\s*\(((?:\s*"(?:[^"\\]|\\.)*"|[^")(]|\([^)(]*\))*)\)/g;
const PIECE = /"((?:[^"\\]|\\.)*)"|[^\s"](?:[^"]*[^\s"])?/g;

export function readAwk(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  const words = argumentsOf(command);
  let index = 0;
  while (/^-./.test(staticText(words[index]) ?? '')) {
    index += VALUED.test(staticText(words[index]) ?? '') ? 2 : 1;
  }
  const word = words[index];
  const program = staticText(word);
  if (!word || program === undefined) return undefined;
  const calls = [...program.matchAll(CALL)];
  if (calls.length === 0) return undefined;
  const steps = calls.flatMap(({ 0: all, 1: given = '', index: start }) => {
    // The word begins with its quote.
    const at = spanAt(context.source, {
      pos: word.pos + 1 + start,
      end: word.pos + 1 + start + all.length,
    });
    return scriptSteps('bash', putTogether(given, at), command, context) ?? [];
  });
  return [commandStep(command, context), ...steps];
}

function putTogether(given: string, at: Span): Expression {
  let text = '';
  const holes: Hole[] = [];
  for (const [spelled, quoted] of given.matchAll(PIECE)) {
    if (quoted !== undefined) {
      text += quoted.replace(/\\(.)/g, '$1');
      continue;
    }
    const start = text.length;
    text += '${?}';
    const why = { kind: 'not-evaluated' as const, text: spelled.slice(0, 60) };
    holes.push({ start, end: text.length, expression: unknownExpression(why, at) });
  }
  return { kind: 'text', region: { at, text, segments: [], holes }, at };
}
