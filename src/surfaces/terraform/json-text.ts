//! JSON that a string or heredoc spells out, as the expressions it would be in `jsonencode({ … })`.

import type { Expression } from '../../domain/expression.ts';
import { text } from '../../domain/literal.ts';
import { nestedRegion, type Region, spanOf } from '../../domain/region.ts';
import { parseJson } from '../../languages/json/parse.ts';
import type { JsonString } from '../../languages/json/tree.ts';
import { jsonValue } from '../json-value.ts';

/** `undefined` when there is no value in it. A value that is one `${…}` alone is what that says. */
export function jsonTextValue(region: Region): Expression | undefined {
  const { root } = parseJson(region.text, region.holes);
  const textOf = ({ value, segments }: JsonString): Expression => {
    const inner = nestedRegion(region, { text: value, segments });
    return wholeHole(inner) ?? text(inner);
  };
  return root && jsonValue(root, { spanOf: it => spanOf(region, it.start, it.end), textOf });
}

/** The expression of a text that is nothing but it: `"${jsonencode(…)}"`. */
export function wholeHole({ text, holes }: Region): Expression | undefined {
  const [hole] = holes;
  return hole && hole.start === 0 && hole.end === text.length ? hole.expression : undefined;
}
