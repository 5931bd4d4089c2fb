//! Values that Python's own functions and operators give, as far as texts and lists are made with them.

import type { Expression } from '../../domain/expression.ts';
import type { LibraryName } from '../source-code/dialect.ts';
import { bracesValue, joinedValue } from '../source-code/formats.ts';
import { type Lowering, placeIn } from '../source-code/lowering.ts';
import type { Code, CodeCall } from '../source-code/tree.ts';
import { codeValue, entriesOf } from '../source-code/values.ts';

export function resultOf(
  call: CodeCall,
  name: LibraryName | undefined,
  lowering: Lowering,
): Expression | undefined {
  const { callee, args } = call;
  const [first] = args;
  // A text stands for the words that it is split into: what starts programs takes both.
  const isSplit = name?.library === 'shlex' && /^(?:split|quote)$/.test(name.name);
  const isPath = name?.library === 'os' && /^(?:fspath|fsdecode)$/.test(name.name);
  if ((isSplit || isPath) && first) return codeValue(first.value, lowering);
  if (callee.kind === 'member') return methodResult(callee.of, callee.name, call, lowering);
  if (callee.kind !== 'name' || name) return undefined;
  if (callee.name === 'dict') {
    return { kind: 'object', entries: entriesOf(args, lowering), at: placeIn(lowering, call) };
  }
  const isSame = /^(?:str|list|tuple|bytes|cast)$/.test(callee.name) && args.length === 1;
  return isSame && first ? codeValue(first.value, lowering) : undefined;
}

const SAME: ReadonlySet<string> = new Set(
  'strip lstrip rstrip split encode decode copy expandtabs expanduser resolve'.split(' '),
);

const NEUTRAL: ReadonlyMap<string, string> = new Map([
  ['lower', 'lower'],
  ['upper', 'upper'],
  ['replace', 'replace'],
]);

function methodResult(
  of: Code,
  method: string,
  call: CodeCall,
  lowering: Lowering,
): Expression | undefined {
  const at = placeIn(lowering, call);
  const [first, second] = call.args;
  if (method === 'format' && of.kind === 'string') return bracesValue(of, call.args, lowering);
  if (method === 'join' && of.kind === 'string' && first) {
    return joinedValue(codeValue(of, lowering), first.value, at, lowering);
  }
  if (SAME.has(method) && call.args.length <= 1) return codeValue(of, lowering);
  const neutral = NEUTRAL.get(method);
  if (neutral !== undefined) {
    const args = [of, ...call.args.map(it => it.value)].map(it => codeValue(it, lowering));
    return { kind: 'call', name: neutral, args, at };
  }
  // `config.get("user", fallback)`.
  if (method !== 'get' || first?.value.kind !== 'string') return undefined;
  const found = codeValue(
    { kind: 'index', of, index: first.value, start: of.start, end: call.end },
    lowering,
  );
  return second && found.kind !== 'unknown'
    ? { kind: 'choice', options: [found, codeValue(second.value, lowering)], at }
    : found;
}
