//! Items of a list to the elements they become: `(a $flags "${more[@]}")`.

import type { Expression } from '../domain/expression.ts';
import { type Datum, whyUnset } from './datum.ts';
import { evaluate } from './evaluate.ts';
import type { State } from './state.ts';
import { commandLines } from './words.ts';
import type { Frame } from './world.ts';

/** Each choice is all the elements that the item gives then. */
export function elementChoices(
  item: Expression,
  state: State,
  frame: Frame,
): readonly (readonly Datum[])[] {
  switch (item.kind) {
    case 'elements':
      return evaluate(item.of, state, frame).map(spread);
    case 'split':
    case 'join':
      return commandLines([item], state, frame).map(words =>
        words.map(({ parts, splits, at }) => ({ kind: 'string' as const, parts, splits, at })),
      );
    case 'text':
    case 'reference':
    case 'list':
    case 'object':
    case 'choice':
    case 'member':
    case 'call':
    case 'output':
    case 'unknown':
      return evaluate(item, state, frame).map(it => [it]);
  }
}

function spread(list: Datum): readonly Datum[] {
  switch (list.kind) {
    case 'list':
      return list.items;
    case 'unset':
      return [{ kind: 'unknown', why: whyUnset(list.name), at: list.at, splits: true }];
    case 'unknown':
      return [{ ...list, splits: true }];
    case 'string':
    case 'object':
      return [list];
    case 'absent':
      return [];
  }
}
