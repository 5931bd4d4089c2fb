//! Variables of a justfile, and the files that it takes in.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { spanOf } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import { overridable, type TaskPart, takeIn } from '../../domain/task-call.ts';
import type { Reading } from './reading.ts';
import { valueIn } from './values.ts';

export function definitionSteps({ items, region }: Reading): readonly Step[] {
  return items.flatMap((item): readonly Step[] => {
    const at = spanOf(region, item.start, item.end);
    if (item.kind === 'import' && item.module === '') {
      return [takeIn(literal(item.file, at), 'own-folder')];
    }
    if (item.kind !== 'assign') return [];
    return [assigned(item.name, overridable(item.name, valueIn(item.value, region)), at)];
  });
}

/** `mod docs` is `docs.just` or `docs/justfile`; its recipes are `just docs build` and `just docs::build`. */
export function partsOf({ items, region }: Reading): readonly TaskPart[] {
  return items.flatMap((item): readonly TaskPart[] => {
    if (item.kind !== 'import' || item.module === '') return [];
    const at = spanOf(region, item.start, item.end);
    const { module, file } = item;
    const names =
      file === ''
        ? [`${module}.just`, `${module}/mod.just`, `${module}/justfile`, `${module}/.justfile`]
        : [file];
    const path: Expression = { kind: 'choice', options: names.map(it => literal(it, at)), at };
    return [{ prefix: `${module}::`, path }];
  });
}
