//! Rules of a Makefile to tasks: what a target needs runs first, then its recipe, each line in a shell of its own.

import type { Expression } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { taskCall } from '../../domain/task-call.ts';
import type { Task } from '../../domain/task-file.ts';
import { type Expanding, placeOf, recipePieces } from '../../languages/make/expand.ts';
import type { MakeRule, RecipeLine } from '../../languages/make/tree.ts';
import { type Piece, regionOf } from '../../languages/script-text/strings.ts';
import { assignStep } from './definitions.ts';
import { branched, type GuardedSteps } from './guarded.ts';
import { namesIn, type Reading } from './reading.ts';

/** Names that say something about other targets. */
const SPECIAL = /^\.[A-Z_]+$/;

/** A list of targets longer than this was computed. */
const TARGETS_MAX = 2_000;

export function targetsOf(reading: Reading): readonly Task[] {
  const rules = new Map<string, MakeRule[]>();
  for (const item of reading.items) {
    if (item.kind !== 'rule') continue;
    for (const name of namesIn(item.targets, reading)) {
      if (SPECIAL.test(name) || (rules.size > TARGETS_MAX && !rules.has(name))) continue;
      const before = rules.get(name);
      if (before) before.push(item);
      else rules.set(name, [item]);
    }
  }
  return [...rules].map(([name, all]) => taskOf(name, all, reading));
}

function taskOf(name: string, rules: readonly MakeRule[], reading: Reading): Task {
  const [first] = rules;
  const at = placeOf(first?.targets ?? { start: 0, end: 0 }, reading.expanding);
  const needed = rules.flatMap(rule => neededSteps(rule, reading));
  const variables = rules.flatMap(({ variables: all }) =>
    all.map(it => ({ guards: it.guards, steps: [assignStep(it, reading)] })),
  );
  const lines = rules.flatMap(rule => recipeSteps(name, rule, reading));
  const body = branched([...variables, ...needed, ...lines], reading.expanding);
  const own: readonly Step[] =
    variables.length === 0 ? body : [{ kind: 'scope', ends: 'process', environment: [], body, at }];
  return { name, title: `\`make ${name}\``, body: own, at };
}

function neededSteps(rule: MakeRule, reading: Reading): readonly GuardedSteps[] {
  return rule.prerequisites.flatMap(stretch => {
    const at = placeOf(stretch, reading.expanding);
    return namesIn(stretch, reading).map(name => ({
      guards: rule.guards,
      steps: [taskCall(name, at)],
    }));
  });
}

function recipeSteps(name: string, rule: MakeRule, reading: Reading): readonly GuardedSteps[] {
  const expanding = boundTo(name, rule, reading);
  const groups = reading.isOneShell ? together(rule.recipe) : rule.recipe.map(it => [it]);
  return groups.flatMap((lines): readonly GuardedSteps[] => {
    const [first] = lines;
    if (!first) return [];
    return [{ guards: first.guards, steps: [shellStep(lines, expanding, reading.language)] }];
  });
}

/** Lines of one shell, as long as the same conditions hold for them. */
function together(recipe: readonly RecipeLine[]): readonly (readonly RecipeLine[])[] {
  const groups: RecipeLine[][] = [];
  for (const line of recipe) {
    const group = groups.at(-1);
    if (group && group[0]?.guards === line.guards) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** `$@`, `$<` and `$(MAKE)`. */
function boundTo(name: string, rule: MakeRule, reading: Reading): Expanding {
  const at = placeOf(rule.targets, reading.expanding);
  const [first] = rule.prerequisites.flatMap(it => namesIn(it, reading));
  const bound = new Map<string, Expression>([['MAKE', literal('make', at)]]);
  if (!name.includes('%')) bound.set('@', literal(name, at));
  if (first !== undefined) bound.set('<', literal(first, at));
  return { ...reading.expanding, bound };
}

function shellStep(lines: readonly RecipeLine[], expanding: Expanding, language: string): Step {
  const pieces = lines.flatMap((line, index): readonly Piece[] => {
    const own = recipePieces(line, expanding);
    return index === 0 ? own : [{ kind: 'decoded', text: '\n' }, ...own];
  });
  const at = placeOf({ start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }, expanding);
  const region = regionOf(pieces, expanding.region, at);
  const given = text(region);
  // Make puts its variables in before the shell reads the line: whatever they hold is a part of the script.
  const source: Expression =
    region.holes.length === 0 ? given : { kind: 'call', name: 'to-string', args: [given], at };
  const body: readonly Step[] = [{ kind: 'script', language, source, at }];
  return { kind: 'scope', ends: 'process', environment: [], body, at };
}
