//! `var.x`, `local.x`, `module.m.output`, `path.module`, and accesses to what other expressions give.

import type { Expression, Space } from '../domain/expression.ts';
import type { Region } from '../domain/region.ts';
import type { Span } from '../domain/span.ts';
import type { HclAccessStep, HclExpression } from '../languages/hcl/tree.ts';
import { expressionOf, notEvaluated } from './hcl-expression.ts';

const SPACES: ReadonlyMap<string, Space> = new Map([
  ['var', 'input'],
  ['local', 'local'],
]);

const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['module', 'module-folder'],
  ['root', 'root-folder'],
  ['cwd', 'root-folder'],
]);

/** Resources, data sources, `each`, `count` and `self` are known to a run alone. */
export function accessOf(
  of: HclExpression,
  steps: readonly HclAccessStep[],
  at: Span,
  outer: Region,
): Expression {
  const unknown = notEvaluated({ start: of.start, end: steps.at(-1)?.end ?? of.end }, outer);
  if (steps.some(it => it.kind === 'splat')) return unknown;
  if (of.kind !== 'variable') return membersOf(expressionOf(of, outer), steps, at, outer);
  const [first, ...rest] = steps;
  if (first?.kind !== 'attribute') return unknown;
  const space = SPACES.get(of.name);
  if (space) {
    return membersOf({ kind: 'reference', space, name: first.name, at }, rest, at, outer);
  }
  if (of.name === 'terraform' && first.name === 'workspace') {
    return { kind: 'call', name: 'workspace', args: [], at };
  }
  if (of.name === 'include') return included(first.name, rest, at, outer);
  const folder = of.name === 'path' ? FOLDERS.get(first.name) : undefined;
  if (folder !== undefined) return { kind: 'call', name: folder, args: [], at };
  return of.name === 'module' ? moduleOutput(first.name, rest, at, outer) : unknown;
}

/** `include.root.locals.region`: what is bound to the name of the block, which may have none. */
function included(
  name: string,
  rest: readonly HclAccessStep[],
  at: Span,
  outer: Region,
): Expression {
  const isUnnamed = name === 'locals' || name === 'inputs';
  const binding = includeName(isUnnamed ? '' : name);
  const of: Expression = { kind: 'reference', space: 'local', name: binding, at };
  return membersOf(isUnnamed ? { kind: 'member', of, name, at } : of, rest, at, outer);
}

/** The binding that holds what an included file binds. */
export const includeName = (label: string): string => `include.${label}`;

/** `module.m["key"].output`: which of several instances does not matter. */
function moduleOutput(
  module: string,
  steps: readonly HclAccessStep[],
  at: Span,
  outer: Region,
): Expression {
  const index = steps.findIndex(it => it.kind === 'attribute');
  const output = steps[index];
  const name = output?.kind === 'attribute' ? `${module}.${output.name}` : module;
  const rest = output ? steps.slice(index + 1) : [];
  return membersOf({ kind: 'reference', space: 'output', name, at }, rest, at, outer);
}

function membersOf(
  of: Expression,
  steps: readonly HclAccessStep[],
  at: Span,
  outer: Region,
): Expression {
  let result = of;
  for (const step of steps) {
    const name = memberName(step);
    if (name !== undefined) result = { kind: 'member', of: result, name, at };
    else if (step.kind === 'index') {
      const key = expressionOf(step.key, outer);
      result = { kind: 'call', name: 'lookup', args: [result, key], at };
    }
  }
  return result;
}

function memberName(step: HclAccessStep): string | undefined {
  if (step.kind === 'attribute') return step.name;
  if (step.kind === 'splat') return undefined;
  const { key } = step;
  if (key.kind === 'number') return key.text;
  return key.kind === 'template' && key.holes.length === 0 ? key.text : undefined;
}
