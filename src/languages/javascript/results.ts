//! Values that JavaScript's own functions give, as far as texts and lists are made with them.

import type { Expression } from '../../domain/expression.ts';
import type { LibraryName } from '../source-code/dialect.ts';
import { joinedValue } from '../source-code/formats.ts';
import { dottedName, type Lowering, placeIn } from '../source-code/lowering.ts';
import type { CodeCall } from '../source-code/tree.ts';
import { codeValue } from '../source-code/values.ts';

const SAME: ReadonlySet<string> = new Set(
  'trim trimStart trimEnd toString split filter slice normalize valueOf'.split(' '),
);

const NEUTRAL: ReadonlyMap<string, string> = new Map([
  ['toLowerCase', 'lower'],
  ['toUpperCase', 'upper'],
  ['replace', 'replace'],
  ['replaceAll', 'replace'],
]);

export function resultOf(
  call: CodeCall,
  _: LibraryName | undefined,
  lowering: Lowering,
): Expression | undefined {
  const { callee, args } = call;
  const at = placeIn(lowering, call);
  const [first] = args;
  const called = dottedName(callee);
  if (called === 'String' || called === 'JSON.stringify' || called === 'encodeURIComponent') {
    return first && codeValue(first.value, lowering);
  }
  if (called === 'String.raw' && call.isTagged && first) return codeValue(first.value, lowering);
  // Forms of a request: `new URLSearchParams({ … })` holds what it is given.
  if (
    called === 'URLSearchParams' ||
    called === 'qs.stringify' ||
    called === 'querystring.stringify'
  ) {
    return first && codeValue(first.value, lowering);
  }
  if (callee.kind !== 'member') return undefined;
  const of = callee.of;
  if (callee.name === 'join' && first) {
    return joinedValue(codeValue(first.value, lowering), of, at, lowering);
  }
  if (callee.name === 'concat') {
    const all = [of, ...args.map(it => it.value)].map(it => codeValue(it, lowering));
    return of.kind === 'list'
      ? { kind: 'call', name: 'concat', args: all, at }
      : { kind: 'join', parts: all, at };
  }
  if (SAME.has(callee.name)) return codeValue(of, lowering);
  const neutral = NEUTRAL.get(callee.name);
  if (neutral === undefined) return undefined;
  const all = [of, ...args.map(it => it.value)].map(it => codeValue(it, lowering));
  return { kind: 'call', name: neutral, args: all, at };
}
