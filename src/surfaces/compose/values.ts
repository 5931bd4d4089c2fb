//! Values of a compose file: `${X}` and `$X` come from whoever starts it, `$$` is a dollar sign.
//! Source: https://docs.docker.com/reference/compose-file/interpolation/

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, template, unknownExpression } from '../../domain/literal.ts';
import { type Hole, nestedRegion, type Region, type Segment, spanOf } from '../../domain/region.ts';
import { entriesOf, isEmpty, type YamlNode, type YamlScalar } from '../../languages/yaml/tree.ts';

const VARIABLE = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\})/g;

/** As it is where the service is started. */
export const valueOfScalar = (scalar: YamlScalar): Expression =>
  isEmpty(scalar) ? literal('', scalar.at) : template(interpolated(scalar.region));

function interpolated(region: Region): Region {
  const segments: Segment[] = [];
  const holes: Hole[] = [];
  let text = '';
  let from = 0;
  const copy = (start: number, end: number): void => {
    if (end > start) segments.push({ guest: text.length, host: start, length: end - start });
    text += region.text.slice(start, end);
  };
  for (const match of region.text.matchAll(VARIABLE)) {
    const start = match.index;
    const end = start + match[0].length;
    copy(from, match[1] === undefined ? start : start + 1);
    if (match[1] === undefined) {
      const guest = text.length;
      copy(start, end);
      const at = spanOf(region, start, end);
      holes.push({ start: guest, end: text.length, expression: variable(match, at) });
    }
    from = end;
  }
  if (from === 0) return region;
  copy(from, region.text.length);
  return { ...nestedRegion(region, { text, segments }), holes };
}

const nameIn = (match: RegExpMatchArray): string => match[2] ?? match[3] ?? '';

/** What whoever starts it has in a variable. */
export const variableOutside = (name: string, at: Expression['at']): Expression =>
  otherwise({ kind: 'reference', space: 'variable', name, at }, heldBy(name, at));

const otherwise = (value: Expression, fallback: Expression): Expression => ({
  kind: 'call',
  name: 'coalesce',
  args: [value, fallback],
  at: value.at,
});

const heldBy = (name: string, at: Expression['at']): Expression =>
  unknownExpression({ kind: 'held-by-platform', name }, at);

function variable(match: RegExpMatchArray, at: Expression['at']): Expression {
  const name = nameIn(match);
  const operand = match[5] ?? '';
  switch (match[4]?.replace(':', '')) {
    case '-':
      return otherwise({ kind: 'reference', space: 'variable', name, at }, literal(operand, at));
    case '+':
      return { kind: 'choice', options: [literal(operand, at), literal('', at)], at };
    default:
      return variableOutside(name, at);
  }
}

/** Where nobody is seen to start it: variables with what the file says for them, which may as well be given. */
export function openVariables(service: YamlNode): readonly Entry[] {
  const all = scalarsIn(service).flatMap(({ region }) =>
    [...region.text.matchAll(VARIABLE)].flatMap((match): readonly Entry[] => {
      if (match[1] !== undefined) return [];
      const name = nameIn(match);
      const at = spanOf(region, match.index, match.index + match[0].length);
      const options = match[4]?.endsWith('-') ? [literal(match[5] ?? '', at)] : [];
      const value = { kind: 'choice' as const, options: [...options, heldBy(name, at)], at };
      return [{ name, value, at }];
    }),
  );
  return [...new Map(all.map(it => [it.name, it])).values()];
}

/** No service nests deeper. */
const DEPTH_MAX = 20;

function scalarsIn(node: YamlNode, depth = 0): readonly YamlScalar[] {
  if (depth > DEPTH_MAX) return [];
  if (node.kind === 'scalar') return [node];
  const inner = node.kind === 'sequence' ? node.items : entriesOf(node).map(it => it.value);
  return inner.flatMap(it => scalarsIn(it, depth + 1));
}
