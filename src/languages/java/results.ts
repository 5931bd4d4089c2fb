//! Values that functions of Java give: texts put together, lists.

import type { Expression } from '../../domain/expression.ts';
import type { LibraryName } from '../source-code/dialect.ts';
import { type Lowering, placeIn } from '../source-code/lowering.ts';
import type { CodeArgument, CodeCall } from '../source-code/tree.ts';
import { codeValue } from '../source-code/values.ts';

const LISTS: ReadonlySet<string> = new Set(
  'Arrays.asList List.of Set.of Collections.singletonList Collections.singleton Stream.of'.split(
    ' ',
  ),
);

/** Made of another list. */
const MAPS: ReadonlySet<string> = new Set(
  'HashMap LinkedHashMap TreeMap LinkedMultiValueMap'.split(' '),
);

const COPIES: ReadonlySet<string> = new Set(
  'ArrayList HashSet LinkedHashSet List.copyOf Set.copyOf URI URI.create URL String'.split(' '),
);

/** Methods that give what they are called on, in another form. */
const SAME: ReadonlySet<string> = new Set('toString trim strip toCharArray'.split(' '));

export function resultOf(
  call: CodeCall,
  library: LibraryName | undefined,
  lowering: Lowering,
): Expression | undefined {
  const at = placeIn(lowering, call);
  const [first, ...others] = call.args;
  const name = library?.name ?? '';
  if (name === 'String.format' && first) {
    return formatted(codeValue(first.value, lowering), others, call, lowering);
  }
  if (LISTS.has(name)) return { kind: 'list', items: valuesOf(call.args, lowering), at };
  if (MAPS.has(name) && !first) return { kind: 'object', entries: [], at };
  if (COPIES.has(name))
    return first ? codeValue(first.value, lowering) : { kind: 'list', items: [], at };
  if (name === 'String.join') {
    const [separator, ...items] = valuesOf(call.args, lowering);
    const [only] = items;
    const list: Expression = only && items.length === 1 ? only : { kind: 'list', items, at };
    return { kind: 'call', name: 'join', args: separator ? [separator, list] : [list], at };
  }
  return methodResult(call, lowering);
}

function methodResult(call: CodeCall, lowering: Lowering): Expression | undefined {
  const { callee, args } = call;
  if (callee.kind !== 'member') return undefined;
  if (callee.name === 'formatted') {
    return formatted(codeValue(callee.of, lowering), args, call, lowering);
  }
  if (!SAME.has(callee.name)) return undefined;
  const value = codeValue(callee.of, lowering);
  return value.kind === 'unknown' ? undefined : value;
}

/** The text may be a constant that stands elsewhere. */
const formatted = (
  text: Expression,
  args: readonly CodeArgument[],
  call: CodeCall,
  lowering: Lowering,
): Expression => ({
  kind: 'call',
  name: 'format',
  args: [text, ...valuesOf(args, lowering)],
  at: placeIn(lowering, call),
});

const valuesOf = (args: readonly CodeArgument[], lowering: Lowering): readonly Expression[] =>
  args.map(it => codeValue(it.value, lowering));
