//! Azure pipelines: every job is an entry point, and a template is what others run.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/pipeline

import type { Entry } from '../../domain/expression.ts';
import type { FileFacts, Pipeline, Routine } from '../../domain/facts.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem, Span } from '../../domain/span.ts';
import type { DefineStep, Step } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { childOf, scalarOf, type YamlMapping } from '../../languages/yaml/tree.ts';
import { withoutBlocks } from './blocks.ts';
import { handOver } from './handed-over.ts';
import { type Around, machineOf } from './job.ts';
import { jobsOf, jobsOfTemplate, makersOf } from './jobs.ts';
import { inputReference, namesOf, pipelineParameters, templateParameters } from './parameters.ts';
import type { Reading } from './reading.ts';
import { isAzurePipeline } from './recognise.ts';
import { stepsOf } from './steps.ts';
import { TEMPLATE, templateRun } from './templates.ts';
import { variableSteps } from './variables.ts';

export const azurePipelines: Surface = {
  id: 'azure-pipelines',
  title: 'Azure pipeline',
  comments: ['#'],
  matches: path => /\.ya?ml$/i.test(path) && !/(?:^|\/)\.github\/workflows\//i.test(path),
  recognises: isAzurePipeline,
  extract,
};

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  const problems: Problem[] = [];
  const root = withoutBlocks(documents[0]);
  const parameterNames = namesOf(root && childOf(root, 'parameters'));
  const base: Reading = {
    path,
    problems,
    parameter: inputReference,
    parameterNames,
    handOver: () => undefined,
    missing: new Set(),
    items: new Set(),
  };
  const facts = root ? factsOf(path, root, base) : { pipelines: [], declarations: [] };
  // What stands beside broken lines may be read wrongly: of its structure nothing is said.
  return { path, ...facts, problems: errors.length > 0 ? errors : problems };
}

function factsOf(
  path: string,
  root: YamlMapping,
  base: Reading,
): Pick<FileFacts, 'pipelines' | 'declarations'> {
  if (!isStarted(path, root)) {
    return { pipelines: [], declarations: [routineOf(path, root, base)] };
  }
  const parameter = pipelineParameters(childOf(root, 'parameters'), base);
  const pipelines = pipelinesOf(root, { ...base, parameter });
  // Nobody runs it as a template but a pipeline that extends it; its problems are said already.
  const again = { ...base, problems: [] };
  const frame = mayBeExtended(root) ? [{ ...routineOf(path, root, again), alone: [] }] : [];
  return { pipelines, declarations: frame };
}

/** What a template may not have. */
const TRIGGERS: readonly string[] = ['trigger', 'pr', 'schedules'];

/** What a template mostly does not have, and a pipeline does. */
const STARTED: readonly string[] = [...TRIGGERS, 'resources', 'pool', 'name'];

const mayBeExtended = (root: YamlMapping): boolean =>
  childOf(root, 'parameters') !== undefined &&
  TRIGGERS.every(it => childOf(root, it) === undefined);

/** A file that says neither is a template, unless it is called as the platform calls a pipeline. */
function isStarted(path: string, root: YamlMapping): boolean {
  if (STARTED.some(it => childOf(root, it) !== undefined)) return true;
  const isNamed = /(?:^|\/)\.?azure-pipelines?[^/]*$/i.test(path);
  const isFull = ['stages', 'jobs', 'steps', 'extends'].some(it => childOf(root, it) !== undefined);
  return isNamed && isFull && !/template/i.test(path);
}

/** Of the file itself. */
const OUTSIDE: Around = { prefix: '', wrap: it => it };

/** Nobody reads what a job gave out so long ago. */
const NEEDS_MAX = 100;

function pipelinesOf(root: YamlMapping, reading: Reading): readonly Pipeline[] {
  const variables = variableSteps(childOf(root, 'variables'), reading);
  const around: Around = {
    prefix: '',
    wrap: steps => [processOf([...variables, ...steps], root.at)],
  };
  const extended = scalarOf(childOf(childOf(root, 'extends'), 'template'));
  const jobs = extended
    ? jobsOfTemplate(extended, childOf(root, 'extends'), 'extends', around, reading)
    : jobsOf(root, around, reading);
  const seen = new Map<string, number>();
  const before: string[] = [];
  return jobs.map(({ id, title, runner, body, at }) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    const unique = count === 1 ? id : `${id} ${count}`;
    // Which of them it waits for is often said by nobody; it reads the outputs of any.
    const needs = before.slice(-NEEDS_MAX);
    before.push(unique);
    return {
      id: unique,
      title,
      reach: 'pipeline',
      isOpen: true,
      needs,
      ...(runner ? { runner } : {}),
      body,
      at,
    };
  });
}

const processOf = (body: readonly Step[], at: Span): Step => ({
  kind: 'scope',
  ends: 'process',
  environment: environmentAt(at),
  folder: literal('/.', at),
  body,
  at,
});

/** What an agent sets, and what it does not although other platforms do. */
function environmentAt(at: Span): readonly Entry[] {
  const entry = (name: string, value: string): Entry => ({ name, value: literal(value, at), at });
  const maybe = unknownExpression({ kind: 'held-by-platform', name: 'CI' }, at);
  return [
    entry('TF_BUILD', 'True'),
    entry('GITHUB_ACTIONS', ''),
    { name: 'CI', value: maybe, at },
    entry('BUILD_SOURCESDIRECTORY', '/.'),
    entry('BUILD_REPOSITORY_LOCALPATH', '/.'),
    entry('SYSTEM_DEFAULTWORKINGDIRECTORY', '/.'),
  ];
}

function routineOf(path: string, root: YamlMapping, reading: Reading): Routine {
  const defines: DefineStep[] = [];
  const parameters = templateParameters(childOf(root, 'parameters'), {
    ...reading,
    handOver: (list, inside) => handOver(list, inside, makersOf(OUTSIDE), defines),
  });
  return {
    kind: 'routine',
    type: TEMPLATE,
    path,
    leftTo: 'pipelines',
    parameters,
    bindings: [],
    body: [
      // Nobody calls those that whoever runs it replaces.
      ...defines.map(it => ({ ...it, isPrivate: true as const })),
      ...variableSteps(childOf(root, 'variables'), reading),
      ...templateBody(root, reading),
    ],
    at: root.at,
  };
}

function templateBody(root: YamlMapping, reading: Reading): readonly Step[] {
  const node = childOf(root, 'extends');
  const extended = scalarOf(childOf(node, 'template'));
  if (extended) {
    return templateRun(extended, childOf(node, 'parameters'), reading, makersOf(OUTSIDE));
  }
  const steps = childOf(root, 'steps');
  if (steps) return stepsOf(steps, { isWindows: false }, reading);
  return jobsOf(root, OUTSIDE, reading).map(machineOf);
}
