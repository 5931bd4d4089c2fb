//! `case … in … esac` to steps.

import type { Case, CaseItem } from 'unbash';
import type { Choice } from '../../domain/condition.ts';
import type { Step } from '../../domain/step.ts';
import { spanAt } from '../script-text/source.ts';
import type { Context } from './context.ts';
import { effectsOf } from './effects.ts';
import { lowered } from './statements.ts';
import { oneWordOf } from './words.ts';

/** Items that fall through into the next; a longer chain is cut here. */
const FALLS_MAX = 16;

/** Which item it is a known text tells; that it is one of them only `*)` says. */
export function caseSteps(node: Case, context: Context): readonly Step[] {
  const { items } = node;
  const words = [node.word, ...items.flatMap(item => item.pattern)];
  const bodies = items.map(item => lowered(item.body.commands, context));
  const arms = items.map((_, index) => armOf(index, items, bodies));
  return [
    ...effectsOf(words, context),
    {
      kind: 'branch',
      arms,
      isExhaustive: items.some(item => item.pattern.some(it => it.text === '*')),
      ...choiceOf(node, context),
      at: spanAt(context.source, node),
    },
  ];
}

/** Patterns with brackets, quotes or expansions in them are not read. */
function choiceOf(node: Case, context: Context): { readonly choice?: Choice } {
  const patterns = node.items.map(item => item.pattern.map(it => plainPattern(it.text)));
  const isPlain = patterns.every(all => all.every(it => it !== undefined));
  if (!isPlain) return {};
  const of = oneWordOf(node.word, context);
  return { choice: { of, patterns: patterns.map(all => all.flatMap(it => it ?? [])) } };
}

function plainPattern(text: string): string | undefined {
  const bare = /^(?:"([^"$`\\*?[]*)"|'([^'*?[]*)')$/.exec(text);
  if (bare) return (bare[1] ?? bare[2])?.replaceAll('\\', '\\\\');
  return /[[\]$`"'()]|\\$/.test(text) ? undefined : text;
}

/** `;&` goes on with the next body, `;;&` may. */
function armOf(
  index: number,
  items: readonly CaseItem[],
  bodies: readonly (readonly Step[])[],
): readonly Step[] {
  const arm: Step[] = [];
  for (let at = index; at < items.length && at - index < FALLS_MAX; at += 1) {
    const body = bodies[at] ?? [];
    const isCertain = at === index || items[at - 1]?.terminator === ';&';
    const place = body[0]?.at;
    if (isCertain) arm.push(...body);
    else if (place) arm.push({ kind: 'branch', arms: [body], isExhaustive: false, at: place });
    if (items[at]?.terminator === ';;' || items[at]?.terminator === undefined) break;
  }
  return arm;
}
