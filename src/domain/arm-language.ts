//! The language of a script of which only another property tells: the `kind` of a deployment script.

import type { ArmProperty } from './arm-catalogue.ts';
import type { Expression } from './expression.ts';
import { literal } from './literal.ts';

/** From what that property says, by the rows for one path; an empty name for a value without a row. */
export function languageFrom(rows: readonly ArmProperty[], stated: Expression): Expression {
  const { at } = stated;
  const entries = rows.flatMap(({ when, language }) =>
    when && language ? [{ name: when.value.toLowerCase(), value: literal(language, at), at }] : [],
  );
  const languages: Expression = { kind: 'object', entries, at };
  // Azure does not mind the case of such a value.
  const key: Expression = { kind: 'call', name: 'lower', args: [stated], at };
  return { kind: 'call', name: 'lookup', args: [languages, key, literal('', at)], at };
}
