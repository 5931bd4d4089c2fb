//! Recipes to tasks: parameters, what they need before and after, and lines, each for a shell of its own.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal, template, unknownExpression } from '../../domain/literal.ts';
import { type Hole, type Region, spanOf, subRegion } from '../../domain/region.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { taskCall } from '../../domain/task-call.ts';
import type { Task } from '../../domain/task-file.ts';
import { type Piece, regionOf } from '../../languages/script-text/strings.ts';
import type { Recipe, Stretch } from './parse.ts';
import { languageOf, type Reading } from './reading.ts';
import { valueIn } from './values.ts';

export const recipeTasks = (reading: Reading): readonly Task[] =>
  reading.items.flatMap(it => (it.kind === 'recipe' ? [taskOf(it, reading)] : []));

export const aliasTasks = ({ items, region }: Reading): readonly Task[] =>
  items.flatMap(item => {
    if (item.kind !== 'alias') return [];
    const at = spanOf(region, item.start, item.end);
    const rest: Expression = {
      kind: 'elements',
      of: { kind: 'reference', space: 'argument', name: '@', at },
      at,
    };
    const body = [taskCall(item.target, at, [rest])];
    return [{ name: item.name, title: `\`just ${item.name}\``, body, at }];
  });

function taskOf(recipe: Recipe, reading: Reading): Task {
  const { region } = reading;
  const { name } = recipe;
  const at = spanOf(region, recipe.start, recipe.end);
  const [before, after] = neededSteps(recipe.needs, region);
  const body: readonly Step[] = [
    ...parameterSteps(recipe.parameters, region),
    ...before,
    ...lineSteps(recipe, reading),
    ...after,
  ];
  const folder: Expression = { kind: 'call', name: 'module-folder', args: [], at };
  const scope: ScopeStep = { kind: 'scope', ends: 'process', environment: [], folder, body, at };
  return { name, title: `\`just ${name}\``, body: [scope], at };
}

const PARAMETER = /([*+]?)\$?([A-Za-z_][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|`[^`]*`|[^\s"'`]+))?/g;

/** `name`, `name='default'`, `+names`, `*names`, in the order of the arguments. */
function parameterSteps({ start, end }: Stretch, region: Region): readonly Step[] {
  const matches = [...region.text.slice(start, end).matchAll(PARAMETER)];
  return matches.map((match, index): Step => {
    const from = start + match.index;
    const to = from + match[0].length;
    const at = spanOf(region, from, to);
    const fallback = match[3];
    const otherwise =
      fallback === undefined
        ? missing(match[2] ?? '', match[1] ?? '', at)
        : valueIn({ start: to - fallback.length, end: to }, region);
    const place = match[1] === '' ? String(index + 1) : '@';
    const given: Expression = { kind: 'reference', space: 'argument', name: place, at };
    const many: Expression = {
      kind: 'call',
      name: 'slice',
      args: [given, literal(String(index), at)],
      at,
    };
    return assigned(match[2] ?? '', place === '@' ? many : { ...given, otherwise }, at);
  });
}

/** Whoever runs a recipe gives each argument that has no default. */
const missing = (name: string, sign: string, at: Span): Expression =>
  sign === '*' ? literal('', at) : unknownExpression({ kind: 'not-in-repository', name }, at);

const NEED = /&&|\(\s*([\w:-]+)([^()]*(?:\([^()]*\)[^()]*)*)\)|([\w:-]+)/g;

/** `build (push "x") && clean`: before, and after. */
function neededSteps(
  { start, end }: Stretch,
  region: Region,
): readonly [readonly Step[], readonly Step[]] {
  const before: Step[] = [];
  const after: Step[] = [];
  let steps = before;
  for (const match of region.text.slice(start, end).matchAll(NEED)) {
    const name = match[1] ?? match[3];
    if (name === undefined) {
      steps = after;
      continue;
    }
    const from = start + match.index;
    const at = spanOf(region, from, from + match[0].length);
    const inside = match[2] ?? '';
    const first = from + match[0].length - 1 - inside.length;
    const given = [...inside.matchAll(/"[^"]*"|'[^']*'|[^\s"']+/g)].map(it =>
      valueIn({ start: first + it.index, end: first + it.index + it[0].length }, region),
    );
    steps.push(taskCall(name, at, given));
  }
  return [before, after];
}

/** A recipe that begins with `#!` is one script. */
function lineSteps({ lines }: Recipe, reading: Reading): readonly Step[] {
  const { region } = reading;
  const [first] = lines;
  if (!first) return [];
  const head = region.text.slice(first.start, first.end).trim();
  if (head.startsWith('#!')) return [scriptStep(lines.slice(1), languageOf(head), region)];
  return lines.map(line => scriptStep([withoutSigns(line, region)], reading.language, region));
}

function withoutSigns({ start, end }: Stretch, region: Region): Stretch {
  const head = /^\s*[@-]*\s*/.exec(region.text.slice(start, end))?.[0].length ?? 0;
  return { start: start + head, end };
}

/** Just puts its values in before the shell reads the line: whatever they hold is a part of the script. */
function scriptStep(lines: readonly Stretch[], language: string, whole: Region): Step {
  const pieces = lines.flatMap((line, index): readonly Piece[] => [
    ...(index === 0 ? [] : [{ kind: 'decoded' as const, text: '\n' }]),
    { kind: 'verbatim', ...line },
  ]);
  const at = spanOf(whole, lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0);
  const region = regionOf(pieces, whole, at);
  const holes = [...region.text.matchAll(/(?<!\{)\{\{(?!\{)([\s\S]*?)\}\}/g)].map((match): Hole => {
    const start = match.index;
    const end = start + match[0].length;
    const inside = subRegion(region, start + 2, end - 2);
    return { start, end, expression: valueIn({ start: 0, end: inside.text.length }, inside) };
  });
  const given = template({ ...region, holes });
  const source: Expression =
    holes.length === 0 ? given : { kind: 'call', name: 'to-string', args: [given], at };
  const body: readonly Step[] = [{ kind: 'script', language, source, at }];
  return { kind: 'scope', ends: 'process', environment: [], body, at };
}
