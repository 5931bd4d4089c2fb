//! `$[[ inputs.x ]]`: what whoever includes a file gives, or its own default.
//! Source: https://docs.gitlab.com/ci/inputs/

import type { Expression } from '../../domain/expression.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import { type Hole, type Region, spanOf } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import { childOf, itemsOf, scalarOf } from '../../languages/yaml/tree.ts';
import type { Reading } from './reading.ts';

export const heldByPlatform = (name: string, at: Span): Expression =>
  unknownExpression({ kind: 'held-by-platform', name }, at);

/** Set where a file that is followed includes this one: what it does not give is as usual. */
export const INCLUDED = '%included';

/** Set in a pipeline that a job starts: what its own pipeline does in front of every job is not done there. */
export const STARTED = '%started';

/** The variable that holds what a file that includes this one gives for an input. */
export const inputName = (name: string): string => `%input ${name}`;

const INPUT = /\$\[\[\s*inputs\.([\w-]+)[^\]]*\]\]/g;

/** It may stand in any value, and is put in before anything runs. */
export const inputHoles = (region: Region, reading: Reading): readonly Hole[] =>
  [...region.text.matchAll(INPUT)].map(match => {
    const end = match.index + match[0].length;
    const at = spanOf(region, match.index, end);
    return { start: match.index, end, expression: inputValue(match[1] ?? '', at, reading) };
  });

function inputValue(name: string, at: Span, reading: Reading): Expression {
  const variable = (of: string): Expression => ({
    kind: 'reference',
    space: 'variable',
    name: of,
    at,
  });
  const input = childOf(reading.inputs, name);
  const fallback = scalarOf(childOf(input, 'default'));
  const usual = fallback && literal(fallback.text, fallback.at);
  const any: Expression = { kind: 'choice', options: allowed(name, at, reading), at };
  const otherwise: Expression = usual
    ? {
        kind: 'choice',
        options: [usual, { kind: 'choice', options: [usual, any], at }],
        when: {
          kind: 'texts',
          left: variable(INCLUDED),
          right: literal('true', at),
          isEqual: true,
        },
        at,
      }
    : any;
  const args = [variable(inputName(name)), otherwise];
  return { kind: 'call', name: 'coalesce', args, at };
}

/** What may be given, where the file says it. */
function allowed(name: string, at: Span, { inputs }: Reading): readonly Expression[] {
  const options = itemsOf(childOf(childOf(inputs, name), 'options')).flatMap(it => {
    const option = scalarOf(it);
    return option ? [literal(option.text, option.at)] : [];
  });
  return options.length > 0 ? options : [heldByPlatform(`inputs.${name}`, at)];
}
