//! What an action starts: a component, a program of an image, a script of the repository.

import { programSteps } from '../../domain/argument-vector.ts';
import type { Expression } from '../../domain/expression.ts';
import { entrypointOf } from '../../domain/image-program.ts';
import { literal, literalOf, text } from '../../domain/literal.ts';
import { subRegion } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { componentStep } from '../github-steps.ts';
import { argumentOf } from '../hcl-block.ts';
import type { Action } from './actions.ts';
import { itemsOf } from './words.ts';

export function actionStep(action: Action): Step {
  const { title, block, environment } = action;
  const [uses] = itemsOf(argumentOf(block, 'uses'));
  const start: Start = {
    uses: uses ? (literalOf(uses) ?? '').trim() : '',
    at: uses ? placeOf(uses) : block.at,
    runs: argumentOf(block, 'runs'),
    args: argumentOf(block, 'args'),
  };
  return {
    kind: 'scope',
    ends: 'process',
    environment,
    title,
    body: bodyOf(start),
    at: block.at,
  };
}

interface Start {
  readonly uses: string;
  readonly at: Span;
  /** In place of the entry point of the image. */
  readonly runs: Expression | undefined;
  readonly args: Expression | undefined;
}

/** Without the quotes. */
const placeOf = (expression: Expression): Span =>
  expression.kind === 'text'
    ? subRegion(expression.region, 0, expression.region.text.length).at
    : expression.at;

/** Actions and images whose arguments are those of one program, in a shell. */
const PROGRAMS: ReadonlyMap<string, string> = new Map([
  ['actions/azure', 'az'],
  ['docker://swinton/azure', 'az'],
  ['actions/npm', 'npm'],
]);

function bodyOf(start: Start): readonly Step[] {
  const { uses, at, runs, args } = start;
  if (uses === '') return [];
  if (runs) return commandSteps(runs, args);
  if (uses.startsWith('./')) return [entryScript(start)];
  const component = componentStep(uses, [], at);
  const { name } = component;
  if (name === 'actions/bin/sh') return itemsOf(args).map(scriptStep);
  const program = PROGRAMS.get(name);
  if (program !== undefined) {
    const line = itemsOf(args);
    const [first] = line;
    return first ? [component, scriptStep(joined(literal(program, first.at), line))] : [component];
  }
  if (!name.startsWith('docker://')) return [component];
  const own = entrypointOf(name);
  return own === undefined ? commandSteps(args) : commandSteps(literal(own, at), args);
}

/** An action of those years is a folder with an image whose entry point is mostly this script. */
function entryScript({ uses, at, args }: Start): Step {
  return {
    kind: 'run',
    routine: 'script',
    path: literal(`${uses.replace(/\/+$/, '')}/entrypoint.sh`, at),
    inputs: [],
    arguments: itemsOf(args).flatMap(it => (args?.kind === 'list' ? it : splitWords(it))),
    sharesProcess: false,
    at,
  };
}

/** Strings are split into words; a list holds words, which no shell looks at. */
function commandSteps(...parts: readonly (Expression | undefined)[]): readonly Step[] {
  const given = parts.flatMap(it => it ?? []);
  const [first, ...others] = given.flatMap(itemsOf).map(inWorkspace);
  if (!first) return [];
  if (given.every(it => it.kind !== 'list')) return [scriptStep(joined(first, others))];
  const words = given.flatMap(part =>
    itemsOf(part).flatMap(it => (part.kind === 'list' ? it : splitWords(it))),
  );
  return programSteps(words.map(inWorkspace), first.at);
}

const scriptStep = (source: Expression): Step => ({
  kind: 'script',
  language: 'bash',
  source,
  at: source.at,
});

function joined(first: Expression, others: readonly Expression[]): Expression {
  const last = others.at(-1);
  if (!last) return first;
  const parts = [first, ...others.flatMap(it => [literal(' ', it.at), it])];
  return { kind: 'join', parts, at: { ...first.at, end: last.at.end } };
}

function splitWords(expression: Expression): readonly Expression[] {
  if (expression.kind !== 'text') return [expression];
  const { region } = expression;
  return [...region.text.matchAll(/\S+/g)].map(it =>
    text(subRegion(region, it.index, it.index + it[0].length)),
  );
}

/** Where the repository stands in every container. */
const WORKSPACE = '/github/workspace/';

function inWorkspace(expression: Expression): Expression {
  if (expression.kind !== 'text' || !expression.region.text.startsWith(WORKSPACE)) {
    return expression;
  }
  const { region } = expression;
  return text(subRegion(region, WORKSPACE.length, region.text.length));
}
