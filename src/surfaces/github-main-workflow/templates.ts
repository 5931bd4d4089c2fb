//! `${GITHUB_SHA:0:7}` is the shell's in these files: the HCL of those years left strings alone.

import type { Expression } from '../../domain/expression.ts';

/** They stand in for `$` and `%` before a brace; no text holds them. */
const DOLLAR = '\uE000';
const PERCENT = '\uE001';

/** The text with all its places, in which no string holds a template. */
export const withoutTemplates = (text: string): string =>
  text.replaceAll('${', `${DOLLAR}{`).replaceAll('%{', `${PERCENT}{`);

export const restored = (text: string): string =>
  text.replaceAll(DOLLAR, '$').replaceAll(PERCENT, '%');

/** As the file spells it. */
export function asSpelled(expression: Expression): Expression {
  if (expression.kind !== 'text') return expression;
  const { region } = expression;
  return { ...expression, region: { ...region, text: restored(region.text) } };
}
