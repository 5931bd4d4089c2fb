//! What stands in blocks, as steps: branches and loops.

import type { Expression } from '../../domain/expression.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { type Guard, negated, whenOf } from '../../languages/github-expression/guards.ts';
import type { YamlNode } from '../../languages/yaml/tree.ts';
import type { Arranged } from './blocks.ts';
import type { Reading } from './reading.ts';

/** As steps: what `one` makes of neighbours that no block parts, and `putIn` of an object that is put in between. */
export function stepsFrom(
  all: readonly Arranged[],
  one: (items: readonly (Arranged & { kind: 'item' })[]) => readonly Step[],
  putIn: (of: Expression) => readonly Step[] = () => [],
): readonly Step[] {
  const out: Step[] = [];
  let together: (Arranged & { kind: 'item' })[] = [];
  const flush = (): void => {
    if (together.length > 0) out.push(...one(together));
    together = [];
  };
  for (const it of all) {
    if (it.kind === 'item') {
      together.push(it);
      continue;
    }
    flush();
    out.push(...blockSteps(it, inside => stepsFrom(inside, one, putIn), putIn));
  }
  flush();
  return out;
}

function blockSteps(
  it: Exclude<Arranged, { kind: 'item' }>,
  stepsIn: (all: readonly Arranged[]) => readonly Step[],
  putIn: (of: Expression) => readonly Step[],
): readonly Step[] {
  switch (it.kind) {
    case 'insert':
      return putIn(it.of);
    case 'repeat':
      return [loopStep(it, stepsIn(it.body))];
    case 'choice':
      return guarded(it.guard, stepsIn(it.then), stepsIn(it.otherwise), it.at);
  }
}

/** Each item by itself, with what stands around it put around steps. */
export interface Item {
  readonly node: YamlNode;
  readonly reading: Reading;
  readonly around: (steps: readonly Step[]) => readonly Step[];
}

export function itemsFrom(
  all: readonly Arranged[],
  around: Item['around'] = it => it,
): readonly Item[] {
  return all.flatMap(it => itemsOf(it, around));
}

function itemsOf(it: Arranged, around: Item['around']): readonly Item[] {
  switch (it.kind) {
    case 'item':
      return [{ node: it.node, reading: it.reading, around }];
    case 'insert':
      return [];
    case 'repeat':
      return itemsFrom(it.body, steps => around([loopStep(it, [jobScope(steps, it.at)])]));
    case 'choice': {
      const { guard, at } = it;
      return [
        ...itemsFrom(it.then, steps => around(guarded(guard, steps, [], at))),
        ...itemsFrom(it.otherwise, steps => around(guarded(negated(guard), steps, [], at))),
      ];
    }
  }
}

/** A job that is a part of another one's steps: on a machine of its own. */
export const jobScope = (body: readonly Step[], at: Span): ScopeStep => ({
  kind: 'scope',
  ends: 'job',
  environment: [],
  body,
  at,
});

const loopStep = (
  { variable, items, at }: Arranged & { kind: 'repeat' },
  body: readonly Step[],
): Step => ({
  kind: 'loop',
  variable,
  isInTurn: true,
  items: [{ kind: 'elements', of: items, at }],
  body,
  at,
});

/** Nothing when neither way does anything. */
export function guarded(
  guard: Guard,
  then: readonly Step[],
  otherwise: readonly Step[],
  at: Span,
): readonly Step[] {
  if (guard === 'always') return then;
  if (guard === 'never') return otherwise;
  if (then.length + otherwise.length === 0) return [];
  const arms = otherwise.length > 0 ? [then, otherwise] : [then];
  return [{ kind: 'branch', arms, isExhaustive: otherwise.length > 0, ...whenOf(guard), at }];
}
