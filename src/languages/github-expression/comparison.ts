//! An `if:` that compares one name with one text: `env.MODE == 'user'`, `inputs.apply != 'true'`.

import type { Condition } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Region } from '../../domain/region.ts';
import { holePlaces } from './holes.ts';
import { type ContextReader, meaningOf } from './meaning.ts';
import { parseGithubExpression } from './parse.ts';

/** The name, the operator, and the text or boolean. */
const COMPARISON = /^\s*([A-Za-z_][\w.-]*)\s*(==|!=)\s*(?:'([^']*)'|(true|false))\s*$/;

/** `undefined` for every other condition. GitHub compares without regard to case. */
export function comparisonOf(region: Region, contexts: ContextReader): Condition | undefined {
  const { text, at } = region;
  const [hole] = holePlaces(text.trim());
  const offset = text.length - text.trimStart().length;
  const isWhole = hole?.start === 0 && hole.end === text.trim().length;
  if (hole && !isWhole) return undefined;
  const start = hole ? offset + hole.bodyStart : 0;
  const end = hole ? offset + hole.bodyEnd : text.length;
  const match = COMPARISON.exec(text.slice(start, end));
  const [, name = '', operator, quoted, bare] = match ?? [];
  if (!match) return undefined;
  const from = start + text.slice(start, end).indexOf(name);
  const parsed = parseGithubExpression(text, from, from + name.length);
  if (!parsed) return undefined;
  const left = meaningOf(parsed, { region, contexts });
  const right = literal(quoted ?? bare ?? '', at);
  return { kind: 'texts', left: folded(left), right: folded(right), isEqual: operator === '==' };
}

const folded = (of: Expression): Expression => ({
  kind: 'call',
  name: 'lower',
  args: [of],
  at: of.at,
});
