//! `x=…`, `a+=(…)`, `m[key]=…`: assignments to variables and arrays.

import type { ArrayValue, Assignment, Word } from 'unbash';
import { assigned } from '../../domain/assigned.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { AssignStep } from '../../domain/step.ts';
import { holeAt, spanAt } from '../script-text/source.ts';
import type { Context } from './context.ts';
import { literalKey, notEvaluated } from './expansions.ts';
import { oneWordFrom, oneWordOf, wordsOf } from './words.ts';

/** `undefined` when the host's text is a part of the name. */
export function assignStep(
  assignment: Assignment,
  context: Context,
  isLocal: boolean,
): AssignStep | undefined {
  const { name, pos, index } = assignment;
  if (holeAt(context.source.region, pos, pos + name.length)) return undefined;
  const { text } = context.source.region;
  const appends = text.slice(pos + name.length).startsWith('+=');
  const at = spanAt(context.source, assignment);
  if (!index) {
    const value = assignedValue(assignment, context);
    if (!appends || value.kind !== 'object')
      return assigned(name, value, at, { appends, isLocal, isOwn });
    return assigned(name, mergedInto(name, value), at, { isLocal, isOwn });
  }
  const value = withMember(assignment, index, context);
  const isNext = new RegExp(`^\\$\\{#${name}\\[[@*]\\]\\}$`).test(index.text);
  if (isNext) {
    const items = [assignedValue(assignment, context)];
    return assigned(name, { kind: 'list', items, at }, at, { appends: true, isLocal, isOwn });
  }
  return assigned(name, value, at, { isLocal, isOwn });
}

/** Only `export` says otherwise. */
const isOwn = true;

export function assignedValue(assignment: Assignment, context: Context): Expression {
  const { value } = assignment;
  if (value.type === 'ArrayValue') {
    return arrayOf(value, context.notes.maps.has(assignment.name), context);
  }
  return oneWordOf(value, context);
}

/** `m[key]=value`: the object it was, and one entry more; what an index that is worked out does is not followed. */
function withMember(assignment: Assignment, index: Word, context: Context): Expression {
  const { name } = assignment;
  const at = spanAt(context.source, assignment);
  const key = literalKey(index.text);
  if (key === undefined || !context.notes.maps.has(name)) {
    return notEvaluated(context.source.region.text.slice(assignment.pos, assignment.end), at);
  }
  const entries = [{ name: key, value: assignedValue(assignment, context), at }];
  return mergedInto(name, { kind: 'object', entries, at });
}

function mergedInto(name: string, added: Expression): Expression {
  const { at } = added;
  const before: Expression = { kind: 'reference', space: 'variable', name, at };
  return { kind: 'call', name: 'merge', args: [before, added], at };
}

/** A list; an object for what was declared with `-A`. */
function arrayOf(array: ArrayValue, isMap: boolean, context: Context): Expression {
  const at = spanAt(context.source, array);
  const entries: Entry[] = [];
  const items: Expression[] = [];
  for (const element of array.elements) {
    const entry = entryOf(element, context);
    if (entry) entries.push(entry);
    else items.push(...wordsOf(element, context));
  }
  if (isMap && items.length === 0) return { kind: 'object', entries, at };
  const isInOrder = entries.every((entry, index) => entry.name === String(index));
  if (isMap || !isInOrder || (entries.length > 0 && items.length > 0)) {
    return notEvaluated(context.source.region.text.slice(array.pos, array.end), at);
  }
  return { kind: 'list', items: entries.length > 0 ? entries.map(it => it.value) : items, at };
}

/** `[key]=value`. */
function entryOf(element: Word, context: Context): Entry | undefined {
  const match = /^\[((?:"[^"$`\\]*"|'[^']*'|[^\]"'$`\\]+))\]=/.exec(element.text);
  const key = match?.[1] === undefined ? undefined : literalKey(match[1]);
  if (!match || key === undefined) return undefined;
  const value = oneWordFrom(element, element.pos + match[0].length, context);
  return { name: key, value, at: spanAt(context.source, element) };
}

/** A variable that gets a value nobody can know: from `read`, from arithmetic. */
export function assignUnknown(
  name: string,
  node: { readonly pos: number; readonly end: number },
  context: Context,
  isLocal = false,
): AssignStep {
  const at = spanAt(context.source, node);
  const value = notEvaluated(context.source.region.text.slice(node.pos, node.end), at);
  return assigned(name, value, at, { isLocal, isOwn });
}

/** `unset x`, `local x`: for every reader the same as empty. */
export function assignEmpty(
  name: string,
  node: { readonly pos: number; readonly end: number },
  context: Context,
  isLocal = false,
): AssignStep {
  const at = spanAt(context.source, node);
  return assigned(name, literal('', at), at, { isLocal, isOwn });
}
