//! One job: its steps with what the file says around them, on a machine of its own.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/jobs

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { JOB_NAME } from '../../domain/pipeline-variables.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  isEmpty,
  scalarOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { guarded, jobScope } from './arrangement.ts';
import { withoutBlocks } from './blocks.ts';
import { guardOf } from './conditions.ts';
import { legsOf } from './matrix.ts';
import type { Reading } from './reading.ts';
import { type Agent, stepsOf } from './steps.ts';
import { nodeValue } from './values.ts';
import { variableSteps } from './variables.ts';

export interface Job {
  readonly id: string;
  /** "job `deploy`". */
  readonly title: string;
  readonly runner?: Expression;
  readonly body: readonly Step[];
  readonly at: Span;
}

/** What stands around a job: of the file, then of its stage. */
export interface Around {
  /** In front of the job's id. */
  readonly prefix: string;
  readonly pool?: YamlNode;
  readonly wrap: (steps: readonly Step[]) => readonly Step[];
}

export type Head = Pick<Job, 'id' | 'title' | 'at'>;

export function jobOf(job: YamlMapping, head: Head, around: Around, reading: Reading): Job {
  const pool = childOf(job, 'pool') ?? around.pool;
  const runner = runnerOf(pool, reading);
  const strategy = withoutBlocks(childOf(job, 'strategy'));
  const steps = [
    ...stepsOf(childOf(job, 'steps'), agentOf(runner), reading),
    ...hookSteps(strategy, pool, reading),
  ];
  const isJob = childOf(job, 'job') !== undefined || childOf(job, 'deployment') !== undefined;
  const body = [
    ...nameSteps(JOB_NAME, childOf(job, 'job') ?? childOf(job, 'deployment'), reading),
    ...(isJob ? variableSteps(childOf(job, 'variables'), reading) : []),
    ...underCondition(job, legsOf(childOf(strategy, 'matrix'), steps, reading), reading),
  ];
  return { ...head, ...(runner ? { runner } : {}), body: around.wrap(body) };
}

/** Its outputs have it in their names. */
export const nameSteps = (
  variable: string,
  name: YamlNode | undefined,
  reading: Reading,
): readonly Step[] =>
  name && !isEmpty(name) ? [assigned(variable, nodeValue(name, reading), name.at)] : [];

export function underCondition(
  node: YamlMapping,
  steps: readonly Step[],
  reading: Reading,
): readonly Step[] {
  const condition = scalarOf(childOf(node, 'condition'));
  const guard = condition && !isEmpty(condition) ? guardOf(condition.region, reading) : 'always';
  return guarded(guard, steps, [], node.at);
}

interface Hook {
  readonly name: string;
  readonly node: YamlNode;
}

/** Each hook of a deployment is a job of its own, in the order in which they run. */
function hookSteps(
  strategy: YamlMapping | undefined,
  pool: YamlNode | undefined,
  reading: Reading,
): readonly Step[] {
  const hooks = ['runOnce', 'rolling', 'canary'].flatMap(it => hooksOf(childOf(strategy, it)));
  return hooks.flatMap(({ name, node }) => {
    const agent = agentOf(runnerOf(childOf(node, 'pool') ?? pool, reading));
    const steps = stepsOf(childOf(node, 'steps'), agent, reading);
    if (hooks.length === 1) return steps;
    const scope = { ...jobScope(steps, node.at), title: `hook \`${name}\`` };
    return guarded(name === 'failure' ? 'sometimes' : 'always', [scope], [], node.at);
  });
}

function hooksOf(way: YamlNode | undefined): readonly Hook[] {
  const after = withoutBlocks(childOf(way, 'on'));
  const before = ['preDeploy', 'deploy', 'routeTraffic', 'postRouteTraffic'];
  const found = (of: YamlNode | undefined, name: string): readonly Hook[] => {
    const node = childOf(of, name);
    return childOf(node, 'steps') && node ? [{ name, node }] : [];
  };
  return [
    ...before.flatMap(it => found(way, it)),
    ...['failure', 'success'].flatMap(it => found(after, it)),
  ];
}

/** The image, or the name of the pool. */
export function runnerOf(node: YamlNode | undefined, reading: Reading): Expression | undefined {
  if (!node || isEmpty(node)) return undefined;
  if (node.kind === 'scalar') return nodeValue(node, reading);
  const pool = withoutBlocks(node);
  const value = childOf(pool, 'vmImage') ?? childOf(pool, 'name');
  return value && !isEmpty(value) ? nodeValue(value, reading) : undefined;
}

export const agentOf = (runner: Expression | undefined): Agent => ({
  isWindows: runner ? isWindows(runner) : false,
});

const isWindows = (runner: Expression): boolean =>
  runner.kind === 'text'
    ? /windows|^vs20\d\d/i.test(runner.region.text)
    : runner.kind === 'choice' && runner.options.every(isWindows);

/** As a part of something else that runs it: a template. */
export const machineOf = ({ title, body, at }: Job): Step => ({
  ...jobScope(body, at),
  folder: literal('/.', at),
  title,
});
