//! Blocks of a pipeline: what they set for what stands in them, and which of it runs.
//! Source: https://www.jenkins.io/doc/book/pipeline/syntax/

import type { Entry, Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import {
  type GroovyCall,
  type GroovyClosure,
  type GroovyStatement,
  textOf,
} from '../../languages/groovy/tree.ts';
import { boundEntries } from './bindings.ts';
import { foldersOfAgent, foldersOfBlock } from './containers.ts';
import { environmentEntries, withEnvEntries } from './environments.ts';
import { cellSteps } from './matrix.ts';
import type { Reading } from './reading.ts';
import { bodySteps, expressionSteps, stepsOf } from './statements.ts';
import { expressionOf } from './values.ts';

/** `undefined` when the call is no block that means anything of its own. */
export function blockSteps(
  call: GroovyCall,
  closures: readonly GroovyClosure[],
  reading: Reading,
): readonly Step[] | undefined {
  const { name, at } = call;
  if (SETTINGS.has(name)) return [];
  if (closures.length === 0) return undefined;
  switch (name) {
    case 'dir':
      return scoped([], folderOf(call, reading), inside(closures, reading), at);
    case 'withEnv':
      return scoped(withEnvEntries(call, reading), undefined, inside(closures, reading), at);
    case 'stage':
      return stageSteps(call, closures, reading);
    case 'container':
      return scoped(foldersOfBlock(call, reading), undefined, inside(closures, reading), at);
    case 'stages':
      return closures.flatMap(it => stagesSteps(it.body, reading));
    case 'parallel':
      return together(call, closures, reading);
    case 'post':
      return closures.flatMap(it => postSteps(it.body, reading));
    case 'catchError':
    case 'warnError':
    case 'retry':
      return inside(closures, { ...reading, isCaught: true });
    case 'matrix':
      return closures.flatMap(it => cellSteps(it, withEnvironment(it, reading)));
    case 'pipeline':
      return closures.flatMap(it => withEnvironment(it, reading));
    default: {
      const given = /^with[A-Z]/.test(name) ? credentialsOf(call) : [];
      return given.length > 0 ? scoped(given, undefined, inside(closures, reading), at) : undefined;
    }
  }
}

/** They run nothing; `when` and `environment` are read by the block they stand in. */
const SETTINGS: ReadonlySet<string> = new Set([
  'agent',
  'axes',
  'environment',
  'excludes',
  'input',
  'libraries',
  'options',
  'parameters',
  'properties',
  'tools',
  'triggers',
  'when',
]);

const inside = (closures: readonly GroovyClosure[], reading: Reading): readonly Step[] =>
  closures.flatMap(it => bodySteps(it, reading));

function scoped(
  environment: readonly Entry[],
  folder: Expression | undefined,
  body: readonly Step[],
  at: Span,
): readonly Step[] {
  if (environment.length === 0 && !folder) return body;
  return [{ kind: 'scope', ends: 'process', environment, ...(folder ? { folder } : {}), body, at }];
}

function folderOf({ args }: GroovyCall, reading: Reading): Expression | undefined {
  const folder = args.find(it => it.name === undefined && it.value.kind !== 'closure');
  const path = folder ?? args.find(it => it.name === 'path');
  return path && expressionOf(path.value, reading);
}

const credentialsOf = ({ args }: GroovyCall): readonly Entry[] =>
  args.flatMap(({ value }) => (value.kind === 'closure' ? [] : boundEntries(value)));

/** A block with the `environment` that stands in it. */
export function withEnvironment(closure: GroovyClosure, reading: Reading): readonly Step[] {
  const blocks = closure.body.flatMap(it => blockNamed(it, 'environment') ?? []);
  const body = stepsOf(closure.body, reading);
  if (blocks.length === 0) return body;
  const entries = blocks.flatMap(it => environmentEntries(it.body, reading));
  // What is run to work a value out runs before it.
  const first = blocks.flatMap(it =>
    it.body.flatMap(entry =>
      entry.kind === 'assign' && entry.value ? expressionSteps(entry.value, reading) : [],
    ),
  );
  return scoped(entries, undefined, [...first, ...body], closure.at);
}

const blockNamed = (statement: GroovyStatement, name: string): GroovyClosure | undefined => {
  if (statement.kind !== 'expression' || statement.of.kind !== 'call') return undefined;
  const { of } = statement;
  const last = of.args.at(-1)?.value;
  return of.name === name && last?.kind === 'closure' ? last : undefined;
};

function stageSteps(
  { args }: GroovyCall,
  closures: readonly GroovyClosure[],
  outer: Reading,
): readonly Step[] {
  const title = textOf(args[0]?.value)?.trim().replace(/\s+/g, ' ').slice(0, 80);
  const reading = title ? { ...outer, stage: `stage \`${title}\`` } : outer;
  return closures.flatMap(it => {
    const [agent] = it.body.flatMap(statement => blockNamed(statement, 'agent') ?? []);
    const folders = foldersOfAgent(agent, reading);
    return scoped(folders, undefined, withEnvironment(it, reading), it.at);
  });
}

/** `parallel { stage … }`, and `parallel a: { … }, b: { … }`. */
function together(
  { args, at }: GroovyCall,
  closures: readonly GroovyClosure[],
  reading: Reading,
): readonly Step[] {
  const isNamed = args.some(it => it.name !== undefined && it.value.kind === 'closure');
  const arms = isNamed
    ? closures.map(it => bodySteps(it, reading))
    : closures.flatMap(it => it.body.map(stage => stagesSteps([stage], reading)));
  const running = arms.filter(it => it.length > 0);
  const [only, ...others] = running;
  if (!only || others.length === 0) return only ?? [];
  return [{ kind: 'branch', arms: running, isExhaustive: true, areTogether: true, at }];
}

/** Neighbours under the same `when` run together or not at all. */
function stagesSteps(statements: readonly GroovyStatement[], reading: Reading): readonly Step[] {
  const steps: Step[] = [];
  let arm: Step[] = [];
  let spelled = '';
  for (const statement of statements) {
    const when = conditionOf(statement, reading);
    const own = stepsOf([statement], reading);
    if (own.length === 0) continue;
    if (when === '') steps.push(...own);
    else if (when === spelled) arm.push(...own);
    else {
      arm = [...own];
      steps.push({ kind: 'branch', arms: [arm], isExhaustive: false, at: statement.at });
    }
    spelled = when;
  }
  return steps;
}

/** The `when` of a stage as it is spelled; empty when it has none. */
function conditionOf(statement: GroovyStatement, reading: Reading): string {
  const stage = blockNamed(statement, 'stage');
  const when = stage?.body.flatMap(it => blockNamed(it, 'when') ?? [])[0];
  return when ? reading.text.slice(when.at.start, when.at.end).replace(/\s+/g, ' ') : '';
}

const RUNS_ALWAYS = /^(?:always|success|cleanup)$/;

/** What comes after, by how it ended; a pipeline is read as one that succeeds, and may fail. */
function postSteps(statements: readonly GroovyStatement[], reading: Reading): readonly Step[] {
  return statements.flatMap(statement => {
    const body = stepsOf([statement], reading);
    const isCall = statement.kind === 'expression' && statement.of.kind === 'call';
    if (body.length === 0) return [];
    if (isCall && statement.of.kind === 'call' && RUNS_ALWAYS.test(statement.of.name)) return body;
    return [{ kind: 'branch' as const, arms: [body], isExhaustive: false, at: statement.at }];
  });
}
