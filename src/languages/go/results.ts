//! Values that functions of Go give: texts put together, lists that grow.

import type { Expression } from '../../domain/expression.ts';
import type { LibraryName } from '../source-code/dialect.ts';
import { type Lowering, placeIn } from '../source-code/lowering.ts';
import type { CodeArgument, CodeCall } from '../source-code/tree.ts';
import { codeValue } from '../source-code/values.ts';

/** What gives its argument again, in another form. */
const SAME = /^(?:Ptr|StringPtr|String|To)$/;

export function resultOf(
  call: CodeCall,
  library: LibraryName | undefined,
  lowering: Lowering,
): Expression | undefined {
  const at = placeIn(lowering, call);
  const { callee, args } = call;
  const [first, second] = args.map(it => codeValue(it.value, lowering));
  if (callee.kind === 'name' && callee.name === 'append') return grown(args, call, lowering);
  if (callee.kind === 'name' && callee.name === 'string') return first;
  switch (library && `${library.library} ${library.name}`) {
    case 'fmt Sprintf':
      return {
        kind: 'call',
        name: 'format',
        args: args.map(it => codeValue(it.value, lowering)),
        at,
      };
    case 'strings Join':
      return first && second && { kind: 'call', name: 'join', args: [second, first], at };
    case 'strings NewReader':
    case 'bytes NewBufferString':
    case 'strings TrimSpace':
      return first;
    case 'strings Fields':
      return first && { kind: 'list', items: [{ kind: 'split', of: first, at }], at };
    default:
      return library && SAME.test(library.name) && args.length === 1 ? first : undefined;
  }
}

/** `append(list, a, rest...)`. */
function grown(
  args: readonly CodeArgument[],
  call: CodeCall,
  lowering: Lowering,
): Expression | undefined {
  const at = placeIn(lowering, call);
  const [list, ...others] = args;
  if (!list) return undefined;
  const items = others.map(({ value, isSpread }): Expression => {
    const item = codeValue(value, lowering);
    return isSpread ? { kind: 'elements', of: item, at: item.at } : item;
  });
  const added: Expression = { kind: 'list', items, at };
  return { kind: 'call', name: 'concat', args: [codeValue(list.value, lowering), added], at };
}
