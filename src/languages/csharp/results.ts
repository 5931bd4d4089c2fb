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
    case 'Dictionary':
      return dictionary(call, lowering);
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

/** `new Dictionary<string, string> { { "a", b }, { "c", d } }`; with `["a"] = b` it is an object already. */
function dictionary(call: CodeCall, lowering: Lowering): Expression | undefined {
  const entries = call.args.flatMap((it): readonly Entry[] => pairOf(it, lowering) ?? []);
  return entries.length > 0 ? { kind: 'object', entries, at: placeIn(lowering, call) } : undefined;
}

function pairOf({ name, value }: CodeArgument, lowering: Lowering): readonly Entry[] | undefined {
  const at = placeIn(lowering, value);
  if (name !== undefined) return [{ name, value: codeValue(value, lowering), at }];
  const [key, item, ...others] = value.kind === 'list' ? value.items : [];
  const text = key && plainText(key.value, lowering);
  return item && text !== undefined && others.length === 0
    ? [{ name: text, value: codeValue(item.value, lowering), at }]
    : undefined;
}
