//! `New-Object PSCredential ($user, $password)`: nothing of it is known but whose name it holds.

import type { Expression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Context } from './context.ts';
import { type Items, stretchOf } from './operators.ts';

const NAME_MAX = 60;

/** Called by the user's name as it is written, so that a reader may tell an application's from a person's. */
export function credentialOf(user: Items, context: Context, at: Span): Expression {
  const { start, end } = stretchOf(user);
  const text = context.source.region.text
    .slice(start, end)
    .replace(/^(['"])(.*)\1$/s, '$2')
    .slice(0, NAME_MAX);
  return unknownExpression({ kind: 'not-evaluated', text }, at);
}
