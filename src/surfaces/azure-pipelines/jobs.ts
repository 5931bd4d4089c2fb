//! Stages and jobs: each job runs on a machine of its own.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/jobs

import type { Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  isEmpty,
  kindInWords,
  scalarOf,
  textOf,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import { guarded, type Item, itemsFrom } from './arrangement.ts';
import { arranged, withoutBlocks } from './blocks.ts';
import { ALWAYS, guardOf } from './conditions.ts';
import { asTitle, isTemplateText, type Reading, report } from './reading.ts';
import { stepsOf } from './steps.ts';
import { handedOver, runTitle, templateRun } from './templates.ts';
import { nodeValue } from './values.ts';
import { matrixSteps, variableSteps } from './variables.ts';

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

const JOB_KEYS: ReadonlySet<string> = new Set(['job', 'deployment']);
const STAGE_KEYS: ReadonlySet<string> = new Set(['stage']);

/** Of a mapping that has `stages`, `jobs` or `steps`: a file, a stage. */
export function jobsOf(root: YamlMapping, around: Around, reading: Reading): readonly Job[] {
  const pool = childOf(root, 'pool') ?? around.pool;
  const inside: Around = { ...around, ...(pool ? { pool } : {}) };
  const stages = childOf(root, 'stages');
  if (stages) return each(stages, '`stages`', reading).flatMap(it => stageOf(it, inside));
  const jobs = childOf(root, 'jobs');
  if (jobs) return each(jobs, '`jobs`', reading).flatMap(it => jobsAt(it, inside));
  const steps = childOf(root, 'steps');
  if (!steps || isTemplateText(steps)) return [];
  const id = around.prefix === '' ? 'job' : around.prefix.replace(/\.$/, '');
  const title = around.prefix === '' ? 'the job' : `job \`${id}\``;
  return [jobOf(root, { id, title, at: steps.at }, inside, reading)];
}

function each(node: YamlNode, what: string, reading: Reading): readonly Item[] {
  if (isEmpty(node) || isTemplateText(node)) return [];
  if (node.kind === 'sequence') return itemsFrom(arranged(node, reading));
  report(reading, node.at, `${what} is ${kindInWords(node)}, not a list, and was not read`);
  return [];
}

function stageOf(item: Item, around: Around): readonly Job[] {
  const { reading } = item;
  const stage = withoutBlocks(item.node);
  if (!stage) return [];
  const template = scalarOf(childOf(stage, 'template'));
  if (template) return templateJobs(template, stage, item, around, STAGE_KEYS);
  const name = asTitle(textOf(childOf(stage, 'stage')) ?? '');
  const wrap: Around['wrap'] = steps =>
    around.wrap(
      item.around([
        ...variableSteps(childOf(stage, 'variables'), reading),
        ...underCondition(stage, steps, reading),
      ]),
    );
  const prefix = name === '' ? around.prefix : `${around.prefix}${name}.`;
  return jobsOf(stage, { ...around, prefix, wrap }, reading);
}

function jobsAt(item: Item, around: Around): readonly Job[] {
  const { reading } = item;
  const job = withoutBlocks(item.node);
  if (!job) return [];
  const template = scalarOf(childOf(job, 'template'));
  if (template) return templateJobs(template, job, item, around, JOB_KEYS);
  const given = textOf(childOf(job, 'job')) ?? textOf(childOf(job, 'deployment'));
  const name = asTitle(given ?? '') || asTitle(textOf(childOf(job, 'displayName')) ?? '') || 'job';
  const id = `${around.prefix}${name}`;
  const head = job.entries[0]?.at ?? job.at;
  const wrap: Around['wrap'] = steps => around.wrap(item.around(steps));
  return [jobOf(job, { id, title: `job \`${id}\``, at: head }, { ...around, wrap }, reading)];
}

/** The template's jobs, and those that it is handed. */
function templateJobs(
  template: YamlScalar,
  node: YamlMapping,
  item: Item,
  around: Around,
  keys: ReadonlySet<string>,
): readonly Job[] {
  const { reading } = item;
  const parameters = childOf(node, 'parameters');
  const runs = templateRun(template, parameters, reading);
  const title = runTitle(template);
  const { at } = template.region;
  const id = `${around.prefix}${asTitle(template.text)}`;
  const own: Job = { id, title, body: around.wrap(item.around(runs)), at };
  const wrap: Around['wrap'] = steps => around.wrap(item.around(steps));
  const given = handedOver(parameters, keys).flatMap(list =>
    itemsFrom(arranged(list, reading)).flatMap(it =>
      keys === STAGE_KEYS ? stageOf(it, { ...around, wrap }) : jobsAt(it, { ...around, wrap }),
    ),
  );
  return runs.length > 0 ? [own, ...given] : given;
}

type Head = Pick<Job, 'id' | 'title' | 'at'>;

function jobOf(job: YamlMapping, head: Head, around: Around, reading: Reading): Job {
  const runner = runnerOf(childOf(job, 'pool') ?? around.pool, reading);
  const agent = { isWindows: runner ? isWindows(runner) : false };
  const strategy = withoutBlocks(childOf(job, 'strategy'));
  const steps = [
    ...stepsOf(childOf(job, 'steps'), agent, reading),
    ...hooksOf(strategy).flatMap(it => stepsOf(it, agent, reading)),
  ];
  const isJob = childOf(job, 'job') !== undefined || childOf(job, 'deployment') !== undefined;
  const body = [
    ...(isJob ? variableSteps(childOf(job, 'variables'), reading) : []),
    ...matrixSteps(strategy, reading),
    ...underCondition(job, steps, reading),
  ];
  return { ...head, ...(runner ? { runner } : {}), body: around.wrap(body) };
}

function underCondition(
  node: YamlMapping,
  steps: readonly Step[],
  reading: Reading,
): readonly Step[] {
  const condition = scalarOf(childOf(node, 'condition'));
  const guard = condition && !isEmpty(condition) ? guardOf(condition.region, reading) : ALWAYS;
  return guarded(guard, steps, [], node.at);
}

/** The steps of a deployment, in the order in which they run. */
function hooksOf(strategy: YamlMapping | undefined): readonly YamlNode[] {
  const ways = ['runOnce', 'rolling', 'canary'].flatMap(it => childOf(strategy, it) ?? []);
  const names = ['preDeploy', 'deploy', 'routeTraffic', 'postRouteTraffic'];
  return ways.flatMap(way => {
    const after = withoutBlocks(childOf(way, 'on'));
    return [
      ...names.flatMap(it => childOf(childOf(way, it), 'steps') ?? []),
      ...['failure', 'success'].flatMap(it => childOf(childOf(after, it), 'steps') ?? []),
    ];
  });
}

/** The image, or the name of the pool. */
function runnerOf(node: YamlNode | undefined, reading: Reading): Expression | undefined {
  if (!node || isEmpty(node)) return undefined;
  if (node.kind === 'scalar') return nodeValue(node, reading);
  const pool = withoutBlocks(node);
  const value = childOf(pool, 'vmImage') ?? childOf(pool, 'name');
  return value && !isEmpty(value) ? nodeValue(value, reading) : undefined;
}

const isWindows = (runner: Expression): boolean =>
  runner.kind === 'text'
    ? /windows|^vs20\d\d/i.test(runner.region.text)
    : runner.kind === 'choice' && runner.options.every(isWindows);
