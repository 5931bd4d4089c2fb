//! Templates with their holes filled, and values written as expressions again.

import type { Expression } from '../domain/expression.ts';
import { literal, unknownExpression } from '../domain/literal.ts';
import type { Hole, Region } from '../domain/region.ts';
import type { Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { type Datum, partsOf } from './datum.ts';

/** The text with its holes filled: its parts for a reader of values, its region for a reader of scripts. */
export function filled(region: Region, data: readonly Datum[]): Datum {
  const { holes, text, at } = region;
  let from = 0;
  const parts = holes.flatMap((hole, index) => {
    const before = text.slice(from, hole.start);
    from = hole.end;
    const value = data[index];
    return [
      ...(before === '' ? [] : [{ kind: 'text' as const, text: before }]),
      ...(value ? partsOf(value) : []),
    ];
  });
  const rest = text.slice(from);
  const baked: readonly Hole[] = holes.map((hole, index) => ({
    ...hole,
    expression: expressionOf(data[index] ?? ABSENT, hole.expression.at),
  }));
  return {
    kind: 'string',
    parts: rest === '' ? parts : [...parts, { kind: 'text', text: rest }],
    at,
    region: { ...region, holes: baked },
  };
}

/** A datum written as an expression again, for a script that runs elsewhere. */
export function expressionOf(datum: Datum, at: Span): Expression {
  switch (datum.kind) {
    case 'string':
      return {
        kind: 'join',
        at,
        parts: datum.parts.map(part =>
          part.kind === 'text' ? literal(part.text, at) : unknownExpression(part.why, at),
        ),
      };
    case 'list':
      return { kind: 'list', items: datum.items.map(item => expressionOf(item, at)), at };
    case 'object':
      return {
        kind: 'object',
        entries: [...datum.entries].map(([name, it]) => ({
          name,
          value: expressionOf(it, at),
          at,
        })),
        at,
      };
    case 'unknown':
      return unknownExpression(datum.why, at);
    case 'unset':
      return { kind: 'reference', space: 'variable', name: datum.name, at };
    case 'absent':
      return literal('', at);
  }
}
