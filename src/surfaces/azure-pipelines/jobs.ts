//! Stages and jobs, and the templates that hold them.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/jobs

import type { Expression } from '../../domain/expression.ts';
import { STAGE_NAME } from '../../domain/pipeline-variables.ts';
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
import { type Item, itemsFrom } from './arrangement.ts';
import { arranged, copiedBy, withoutBlocks } from './blocks.ts';
import { callHanded, callOne, type HandedList, handedLists, type Makers } from './handed-over.ts';
import {
  type Around,
  agentOf,
  type Job,
  jobOf,
  machineOf,
  nameSteps,
  runnerOf,
  underCondition,
} from './job.ts';
import { asTitle, isTemplateText, type Reading, report } from './reading.ts';
import { stepsOf } from './steps.ts';
import { isElsewhere, runTitle, templateRun } from './templates.ts';
import { nodeValue } from './values.ts';
import { variableSteps } from './variables.ts';

/** Of a mapping that has `stages`, `jobs` or `steps`: a file, a stage. */
export function jobsOf(root: YamlMapping, around: Around, reading: Reading): readonly Job[] {
  const pool = childOf(root, 'pool') ?? around.pool;
  const inside: Around = { ...around, ...(pool ? { pool } : {}) };
  const stages = childOf(root, 'stages');
  if (stages) return each(stages, '`stages`', stageOf, inside, reading);
  const jobs = childOf(root, 'jobs');
  if (jobs) return each(jobs, '`jobs`', jobsAt, inside, reading);
  const steps = childOf(root, 'steps');
  if (!steps) return [];
  const id = around.prefix === '' ? 'job' : around.prefix.replace(/\.$/, '');
  const title = around.prefix === '' ? 'the job' : `job \`${id}\``;
  return [jobOf(root, { id, title, at: steps.at }, inside, reading)];
}

type Part = (item: Item, around: Around) => readonly Job[];

function each(
  node: YamlNode,
  what: string,
  part: Part,
  around: Around,
  reading: Reading,
): readonly Job[] {
  if (isEmpty(node)) return [];
  if (isTemplateText(node)) return [handedJob(nodeValue(node, reading), around)];
  if (node.kind === 'sequence') {
    return itemsFrom(arranged(node, reading)).flatMap(it => part(it, around));
  }
  report(reading, node.at, `${what} is ${kindInWords(node)}, not a list, and was not read`);
  return [];
}

/** Jobs that whoever calls the template hands over. */
function handedJob(of: Expression, around: Around): Job {
  const id = `${around.prefix}handed over`;
  return { id, title: 'what the template is handed', body: around.wrap(callHanded(of)), at: of.at };
}

/** The job, or stage, that a template puts there as it is handed over. */
function handedAt({ node, reading, around: own }: Item, around: Around): Job | undefined {
  const wrap: Around['wrap'] = steps => around.wrap(own(steps));
  const inside = { ...around, wrap };
  if (node.kind === 'scalar') {
    return isTemplateText(node) ? handedJob(nodeValue(node, reading), inside) : undefined;
  }
  const copy = copiedBy(node, reading);
  const isWhole = !['steps', 'jobs', 'template'].some(it => childOf(node, it));
  return copy && isWhole ? { ...handedJob(copy, inside), body: wrap([callOne(copy)]) } : undefined;
}

function stageOf(item: Item, around: Around): readonly Job[] {
  const handed = handedAt(item, around);
  if (handed) return [handed];
  const { reading } = item;
  const stage = withoutBlocks(item.node);
  if (!stage) return [];
  const template = scalarOf(childOf(stage, 'template'));
  if (template) return templateJobs(template, stage, item, around);
  const name = asTitle(textOf(childOf(stage, 'stage')) ?? '');
  const wrap: Around['wrap'] = steps =>
    around.wrap(
      item.around([
        ...nameSteps(STAGE_NAME, childOf(stage, 'stage'), reading),
        ...variableSteps(childOf(stage, 'variables'), reading),
        ...underCondition(stage, steps, reading),
      ]),
    );
  const prefix = name === '' ? around.prefix : `${around.prefix}${name}.`;
  return jobsOf(stage, { ...around, prefix, wrap }, reading);
}

function jobsAt(item: Item, around: Around): readonly Job[] {
  const handed = handedAt(item, around);
  if (handed) return [handed];
  const { reading } = item;
  const job = withoutBlocks(item.node);
  if (!job) return [];
  const template = scalarOf(childOf(job, 'template'));
  if (template) return templateJobs(template, job, item, around);
  const given = textOf(childOf(job, 'job')) ?? textOf(childOf(job, 'deployment'));
  const name = asTitle(given ?? '') || asTitle(textOf(childOf(job, 'displayName')) ?? '') || 'job';
  const id = `${around.prefix}${name}`;
  const head = job.entries[0]?.at ?? job.at;
  const wrap: Around['wrap'] = steps => around.wrap(item.around(steps));
  return [jobOf(job, { id, title: `job \`${id}\``, at: head }, { ...around, wrap }, reading)];
}

function templateJobs(
  template: YamlScalar,
  node: YamlMapping,
  { reading, around: own }: Item,
  around: Around,
): readonly Job[] {
  const id = `${around.prefix}${asTitle(template.text)}`;
  const wrap: Around['wrap'] = steps => around.wrap(own(steps));
  return jobsOfTemplate(template, node, id, { ...around, wrap }, reading);
}

/** Those that a template of elsewhere is handed are jobs by themselves. */
export function jobsOfTemplate(
  template: YamlScalar,
  node: YamlNode | undefined,
  id: string,
  around: Around,
  reading: Reading,
): readonly Job[] {
  const parameters = childOf(node, 'parameters');
  const runs = templateRun(template, parameters, reading, makersOf(around));
  if (isElsewhere(template)) {
    return handedLists(parameters).flatMap(list => jobsIn(list, around, reading));
  }
  return [{ id, title: runTitle(template), body: around.wrap(runs), at: template.region.at }];
}

function jobsIn({ kind, list }: HandedList, around: Around, reading: Reading): readonly Job[] {
  switch (kind) {
    case 'stages':
      return each(list, '`stages`', stageOf, around, reading);
    case 'jobs':
      return each(list, '`jobs`', jobsAt, around, reading);
    case 'steps': {
      const job = handedJob(nodeValue(list, reading), around);
      return [{ ...job, body: around.wrap(makersOf(around).steps(list, reading)), at: list.at }];
    }
  }
}

/** What becomes of lists that a template is handed. */
export const makersOf = (around: Around): Makers => {
  const inside: Around = { ...around, prefix: '', wrap: it => it };
  return {
    stages: (list, reading) => each(list, '`stages`', stageOf, inside, reading).map(machineOf),
    jobs: (list, reading) => each(list, '`jobs`', jobsAt, inside, reading).map(machineOf),
    steps: (list, reading) => stepsOf(list, agentOf(runnerOf(around.pool, reading)), reading),
  };
};
