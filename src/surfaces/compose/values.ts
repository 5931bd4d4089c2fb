//! Values of a compose file: `${X}` and `$X` come from whoever starts it, `$$` is a dollar sign.
//! Source: https://docs.docker.com/reference/compose-file/interpolation/

import type { Expression } from '../../domain/expression.ts';
import { literal, template, unknownExpression } from '../../domain/literal.ts';
import { type Hole, nestedRegion, type Region, type Segment, spanOf } from '../../domain/region.ts';
import { isEmpty, type YamlScalar } from '../../languages/yaml/tree.ts';

const VARIABLE = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\})/g;

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

function variable(match: RegExpMatchArray, at: Expression['at']): Expression {
  const name = match[2] ?? match[3] ?? '';
  const operand = match[5] ?? '';
  const held = unknownExpression({ kind: 'held-by-platform', name }, at);
  switch (match[4]?.replace(':', '')) {
    case '-':
      return { kind: 'choice', options: [literal(operand, at), held], at };
    case '+':
      return { kind: 'choice', options: [literal(operand, at), literal('', at)], at };
    default:
      return held;
  }
}
