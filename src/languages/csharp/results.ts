//! Values that functions of .NET give: texts put together, lists, what an address or a secure string holds.

import type { Entry, Expression } from '../../domain/expression.ts';
import type { LibraryName } from '../source-code/dialect.ts';
import { bracesValue } from '../source-code/formats.ts';
import { type Lowering, placeIn } from '../source-code/lowering.ts';
import type { Code, CodeArgument, CodeCall } from '../source-code/tree.ts';
import { codeValue, plainText } from '../source-code/values.ts';

/** Methods that give what they are called on, in another form. */
const SAME: ReadonlySet<string> = new Set(
  'ToString ToArray ToList AsEnumerable AsReadOnly Trim ConfigureAwait'.split(' '),
);

export function resultOf(
  call: CodeCall,
  library: LibraryName | undefined,
  lowering: Lowering,
): Expression | undefined {
  const at = placeIn(lowering, call);
  const [first, ...others] = call.args;
  const name = library?.name ?? formOf(call.callee);
  switch (name) {
    case 'string.Format':
    case 'String.Format':
      return first?.value.kind === 'string'
        ? bracesValue(first.value, others, lowering)
        : undefined;
    case 'string.Concat':
    case 'String.Concat':
      return { kind: 'join', parts: valuesOf(call.args, lowering), at: placeIn(lowering, call) };
    case 'string.Join':
    case 'String.Join':
      return joined(call, lowering);
    case 'Uri':
      return first && codeValue(first.value, lowering);
    case 'KeyValuePair':
      return pair(call, lowering);
    case 'Dictionary':
      return call.args.length === 0 ? { kind: 'object', entries: [], at } : undefined;
    case 'List':
      return call.args.length === 0 ? { kind: 'list', items: [], at } : undefined;
    case 'Process':
      return { kind: 'object', entries: [], at };
    case 'ProcessStartInfo':
      return startInfo(call, lowering);
    default:
      return sameValue(call, lowering);
  }
}

/** `string.Format` of the keyword, which no import brings. */
const formOf = (callee: Code): string | undefined =>
  callee.kind === 'member' && callee.of.kind === 'name'
    ? `${callee.of.name}.${callee.name}`
    : undefined;

const valuesOf = (args: readonly CodeArgument[], lowering: Lowering): readonly Expression[] =>
  args.map(it => codeValue(it.value, lowering));

function joined(call: CodeCall, lowering: Lowering): Expression {
  const at = placeIn(lowering, call);
  const [separator, ...items] = valuesOf(call.args, lowering);
  const [only] = items;
  const list: Expression = only && items.length === 1 ? only : { kind: 'list', items, at };
  return { kind: 'call', name: 'join', args: separator ? [separator, list] : [list], at };
}

function sameValue({ callee }: CodeCall, lowering: Lowering): Expression | undefined {
  if (callee.kind !== 'member' || !SAME.has(callee.name)) return undefined;
  const value = codeValue(callee.of, lowering);
  return value.kind === 'unknown' ? undefined : value;
}

/** One field of a form. */
function pair(
  { args: [key, item], ...call }: CodeCall,
  lowering: Lowering,
): Expression | undefined {
  const at = placeIn(lowering, call);
  const name = key && plainText(key.value, lowering);
  return item && name !== undefined
    ? { kind: 'object', entries: [{ name, value: codeValue(item.value, lowering), at }], at }
    : undefined;
}

/** A program and its line of arguments, as an object whose properties may be set later. */
function startInfo(call: CodeCall, lowering: Lowering): Expression {
  const places = ['FileName', 'Arguments'];
  const entries = call.args.flatMap((it, index): readonly Entry[] => {
    const name = it.name ?? places[index];
    const value = codeValue(it.value, lowering);
    return name === undefined ? [] : [{ name, value, at: value.at }];
  });
  return { kind: 'object', entries, at: placeIn(lowering, call) };
}
