//! Texts with places for values: `"%s" % x`, `"{}".format(x)`, `fmt.Sprintf("%s", x)`.

import type { Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import { type Lowering, notEvaluated, placeIn } from './lowering.ts';
import { stringValue, type ValuePart } from './source.ts';
import type { Stretch } from './token.ts';
import type { Code, CodeArgument, CodeString } from './tree.ts';
import { codeValue } from './values.ts';

/** `%s`, `%(name)s`, `%05d`, `%v`; `%%` is a percent sign. */
const PERCENT = /%(?:%|(?:\((\w+)\))?[-+#0 ]*\d*(?:\.\d+)?[a-zA-Z])/g;

/** The arguments in their order, or by name. */
export function percentValue(
  text: CodeString,
  args: readonly CodeArgument[],
  lowering: Lowering,
): Expression {
  let next = 0;
  return filledIn(text, PERCENT, lowering, match => {
    const name = match[1];
    if (match[0] === '%%') return undefined;
    if (name !== undefined) return args.find(it => it.name === name)?.value ?? MISSING;
    const argument = args[next];
    next += 1;
    return argument?.value ?? MISSING;
  });
}

/** `{}`, `{0}`, `{name}`, `{name!r:>10}`. */
const BRACES = /\{\{|\}\}|\{([\w.[\]]*)(?:![rsa])?(?::[^{}]*)?\}/g;

export function bracesValue(
  text: CodeString,
  args: readonly CodeArgument[],
  lowering: Lowering,
): Expression {
  let next = 0;
  const inOrder = args.filter(it => it.name === undefined && !it.isSpread);
  const braced = { ...text, manner: { ...text.manner, doublesBraces: true } };
  return filledIn(braced, BRACES, lowering, match => {
    const field = match[1];
    if (field === undefined) return undefined;
    const key = /^\w*/.exec(field)?.[0] ?? '';
    const index = key === '' ? next : Number(key);
    if (key === '') next += 1;
    const found = Number.isNaN(index) ? args.find(it => it.name === key) : inOrder[index];
    return field === key ? (found?.value ?? MISSING) : MISSING;
  });
}

const MISSING = 'missing';

/** `undefined` keeps what matched as text. */
function filledIn(
  text: CodeString,
  pattern: RegExp,
  lowering: Lowering,
  choose: (match: RegExpExecArray) => Code | typeof MISSING | undefined,
): Expression {
  const parts = text.parts.flatMap((part): readonly ValuePart[] => {
    if (part.kind === 'hole') return [{ ...part, value: codeValue(part.value, lowering) }];
    return stretchesOf(part, pattern, lowering, choose);
  });
  return stringValue(text.manner, parts, lowering.source, placeIn(lowering, text));
}

function stretchesOf(
  part: Stretch,
  pattern: RegExp,
  lowering: Lowering,
  choose: (match: RegExpExecArray) => Code | typeof MISSING | undefined,
): readonly ValuePart[] {
  const parts: ValuePart[] = [];
  let from = part.start;
  for (const match of lowering.source.text.slice(part.start, part.end).matchAll(pattern)) {
    const start = part.start + match.index;
    const end = start + match[0].length;
    const code = choose(match);
    if (code === undefined) {
      // `%%` is one of them; braces are undone with the string's other escapes.
      if (match[0] !== '%%') continue;
      parts.push({ kind: 'text', start: from, end: start + 1 });
      from = end;
      continue;
    }
    const value =
      code === MISSING ? notEvaluated(lowering, { start, end }) : codeValue(code, lowering);
    parts.push({ kind: 'text', start: from, end: start }, { kind: 'hole', value, start, end });
    from = end;
  }
  return [...parts, { kind: 'text', start: from, end: part.end }];
}

/** `" ".join(list)`, `list.join(' ')`: of a list that is spelled out what stands in it, one after the other. */
export function joinedValue(
  separator: Expression,
  list: Code,
  at: Span,
  lowering: Lowering,
): Expression {
  const value = codeValue(list, lowering);
  if (value.kind !== 'list') return { kind: 'call', name: 'join', args: [separator, value], at };
  const parts = value.items.flatMap((it, index) => {
    const item = it.kind === 'elements' ? it.of : it;
    return index === 0 ? [item] : [separator, item];
  });
  return { kind: 'join', parts, at };
}
