//! A text of a workflow with its `${{ … }}` to an expression of the domain.

import type { Expression } from '../../domain/expression.ts';
import { template, unknownExpression } from '../../domain/literal.ts';
import { type Hole, type Region, spanOf } from '../../domain/region.ts';
import { type Contexts, meaningOf } from './meaning.ts';
import { parseGithubExpression } from './parse.ts';

export interface HolePlace {
  readonly start: number;
  readonly end: number;
  /** Inside `${{` and `}}`. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** A text that is one hole and nothing else is what the hole holds. */
export const expressionOf = (region: Region, contexts: Contexts): Expression =>
  template({ ...region, holes: holesOf(region, contexts) });

export const holesOf = (region: Region, contexts: Contexts): readonly Hole[] =>
  holePlaces(region.text).map(({ start, end, bodyStart, bodyEnd }) => ({
    start,
    end,
    expression: bodyExpression(region, bodyStart, bodyEnd, contexts),
  }));

function bodyExpression(
  region: Region,
  start: number,
  end: number,
  contexts: Contexts,
): Expression {
  const parsed = parseGithubExpression(region.text, start, end);
  if (parsed) return meaningOf(parsed, { region, contexts, depth: 0 });
  const spelled = region.text.slice(start, end).trim().slice(0, 60);
  return unknownExpression({ kind: 'not-evaluated', text: spelled }, spanOf(region, start, end));
}

/** One that does not end is text. */
export function holePlaces(source: string): readonly HolePlace[] {
  const places: HolePlace[] = [];
  let start = source.indexOf('${{');
  while (start >= 0) {
    const close = closeOf(source, start + 3);
    if (close === undefined) break;
    places.push({ start, end: close + 2, bodyStart: start + 3, bodyEnd: close });
    start = source.indexOf('${{', close + 2);
  }
  return places;
}

/** Offset of the `}}` that no string literal holds. */
function closeOf(source: string, from: number): number | undefined {
  let isInString = false;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === "'") isInString = !isInString;
    else if (!isInString && source[at] === '}' && source[at + 1] === '}') return at;
  }
  return undefined;
}
