//! Methods that change the list or object in a variable: `words.append(x)`, `words.push(x)`, `body.update(x)`.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import { dottedName, type Lowering, notEvaluated, placeIn } from './lowering.ts';
import { bareMember, ownMember } from './meanings.ts';
import { variableName } from './scope.ts';
import type { Code, CodeArgument, CodeCall } from './tree.ts';
import { codeValue, listValue, plainText } from './values.ts';

/** How the method changes it: items one by one, items of a list, entries, or in a way that is not followed. */
const METHODS: ReadonlyMap<string, 'items' | 'list' | 'entries' | 'somehow'> = new Map([
  ...['append', 'push', 'Add', 'add'].map(it => [it, 'items'] as const),
  ...['extend', 'AddRange', 'addAll'].map(it => [it, 'list'] as const),
  ['update', 'entries'],
  ...['insert', 'unshift', 'splice', 'remove', 'pop', 'shift', 'reverse', 'sort', 'clear'].map(
    it => [it, 'somehow'] as const,
  ),
]);

/** `undefined` when the call changes nothing that is known here. */
export function mutationSteps(call: CodeCall, lowering: Lowering): readonly Step[] | undefined {
  const { callee, args } = call;
  const at = placeIn(lowering, call);
  if (dottedName(callee) === 'Object.assign') return objectAssign(args, at, lowering);
  if (callee.kind !== 'member') return undefined;
  const manner = METHODS.get(callee.name);
  const isPair = args.length === 2 && PAIRS.has(callee.name);
  const variable = manner || isPair ? variableOf(callee.of, lowering) : undefined;
  if (variable === undefined) return undefined;
  const pair = isPair ? pairOf(args, at, lowering) : undefined;
  if (pair) return [withAdded(variable, pair, at)];
  if (manner === undefined) return undefined;
  switch (manner) {
    case 'items':
      return appended(variable, listValue(args, call, lowering), at);
    case 'list':
      return appended(variable, listValue(args.map(spread), call, lowering), at);
    case 'entries':
      return withEntries(variable, args, at, lowering);
    case 'somehow':
      return isList(callee.of, lowering)
        ? [assigned(variable, notEvaluated(lowering, call), at)]
        : undefined;
  }
}

/** `form.Set("grant_type", "password")`, `map.put(a, b)`, `body.append(a, b)`. */
const PAIRS: ReadonlySet<string> = new Set(['Add', 'add', 'Set', 'set', 'put', 'append']);

function pairOf(
  [key, item]: readonly CodeArgument[],
  at: Step['at'],
  lowering: Lowering,
): Expression | undefined {
  const name = key && plainText(key.value, lowering);
  return item && name !== undefined
    ? { kind: 'object', entries: [{ name, value: codeValue(item.value, lowering), at }], at }
    : undefined;
}

const spread = (it: CodeArgument): CodeArgument => ({ ...it, isSpread: true });

const appended = (variable: string, value: Expression, at: Step['at']): readonly Step[] => [
  assigned(variable, value, at, { appends: true }),
];

function isList(code: Code, { notes, scope }: Lowering): boolean {
  const variable = code.kind === 'name' ? variableName(code.name, scope) : undefined;
  return variable !== undefined && notes.literals.get(variable)?.kind === 'list';
}

function variableOf(code: Code, lowering: Lowering): string | undefined {
  if (code.kind === 'name') {
    return variableName(code.name, lowering.scope) ?? bareMember(code.name, lowering.notes);
  }
  return ownMember(code, lowering);
}

/** `Object.assign(a, b)`. */
function objectAssign(
  [target, ...others]: readonly CodeArgument[],
  at: Step['at'],
  lowering: Lowering,
): readonly Step[] | undefined {
  const variable = target && variableOf(target.value, lowering);
  return variable === undefined ? undefined : withEntries(variable, others, at, lowering);
}

function withEntries(
  variable: string,
  args: readonly CodeArgument[],
  at: Step['at'],
  lowering: Lowering,
): readonly Step[] {
  const named = args.filter(it => it.name !== undefined);
  const given = args
    .filter(it => it.name === undefined && !it.isSpread)
    .map(it => codeValue(it.value, lowering));
  const entries = named.map(({ name = '', value }) => ({
    name,
    value: codeValue(value, lowering),
    at,
  }));
  const added: Expression = {
    kind: 'call',
    name: 'merge',
    args: [...given, ...(entries.length > 0 ? [{ kind: 'object' as const, entries, at }] : [])],
    at,
  };
  return [withAdded(variable, added, at)];
}

function withAdded(variable: string, added: Expression, at: Step['at']): Step {
  const of: Expression = { kind: 'reference', space: 'variable', name: variable, at };
  return assigned(variable, { kind: 'call', name: 'with-entries', args: [of, added], at }, at);
}
