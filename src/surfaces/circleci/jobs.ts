//! Jobs of a configuration, with what workflows give them.

import type { Entry } from '../../domain/expression.ts';
import type { Pipeline } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, entriesOf, itemsOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { givenFor, type Invocation, invocationsIn, togetherAt } from './invocations.ts';
import { type Reading, withinOrb } from './reading.ts';
import { BASH_ENV, languageOf } from './run.ts';
import { commandSteps, stepsOf } from './steps.ts';
import { argumentsOf, environmentEntries } from './values.ts';

export function pipelinesOf(root: YamlNode, reading: Reading): readonly Pipeline[] {
  const invocations = invocationsIn(childOf(root, 'workflows'));
  const own = entriesOf(childOf(root, 'jobs')).flatMap(({ key, value }) => {
    const named = invocations.filter(it => it.name === key.text);
    return jobPipeline(key.text, value, named, { inside: reading, caller: reading }, key.at);
  });
  return [...own, ...orbJobs(invocations, own, reading)];
}

/** Where a job is defined, and where it is named. */
interface Readings {
  readonly inside: Reading;
  readonly caller: Reading;
}

function jobPipeline(
  name: string,
  job: YamlNode,
  invocations: readonly Invocation[],
  readings: Readings,
  at: Span,
): readonly Pipeline[] {
  const ways = togetherAt(invocations, entriesOf(childOf(job, 'parameters')), at)
    .map(it => jobSteps(job, it, readings, at))
    .filter(it => it.length > 0);
  const [only, ...others] = ways;
  if (!only) return [];
  const all = others.length === 0 ? only : ways.map(it => jobScope(it, at));
  return [pipelineOf(name, all, at, job)];
}

/** One of several, which share nothing. */
const jobScope = (body: readonly Step[], at: Span): Step => ({
  kind: 'scope',
  ends: 'job',
  environment: [],
  body,
  at,
});

function jobSteps(
  job: YamlNode,
  invocation: Invocation,
  { inside, caller }: Readings,
  at: Span,
): readonly Step[] {
  const declared = childOf(job, 'parameters');
  const parameters = argumentsOf(declared, it => givenFor(invocation, it), caller);
  const name = executorName(job, parameters);
  const executor = executorNamed(name, inside);
  const reading: Reading = {
    ...inside,
    parameters,
    language: defaultLanguage(job, executor, name),
    checkout:
      textOf(childOf(job, 'working_directory') ?? childOf(executor, 'working_directory')) ??
      '~/project',
  };
  const around = (which: string): readonly Step[] =>
    stepsOf(childOf(invocation.given, which), caller);
  const body = [
    ...around('pre-steps'),
    ...stepsOf(childOf(job, 'steps'), reading),
    ...around('post-steps'),
  ];
  if (body.length === 0) return [];
  const environment = [executor, job].flatMap(it => machineEnvironment(it, reading));
  return [machine(environment, body, at)];
}

function pipelineOf(
  name: string,
  body: readonly Step[],
  at: Span,
  job: YamlNode | undefined,
): Pipeline {
  // A class of one's own has a namespace.
  const isOwn = textOf(childOf(job, 'resource_class'))?.includes('/') === true;
  return {
    id: name,
    title: `job \`${name.trim().replace(/\s+/g, ' ').slice(0, 80)}\``,
    reach: 'pipeline',
    isOpen: true,
    ...(isOwn ? { runner: literal('self-hosted', at) } : {}),
    body,
    at,
  };
}

function machine(environment: readonly Entry[], body: readonly Step[], at: Span): Step {
  const root = literal('/.', at);
  const own = [
    { name: 'BASH_ENV', value: literal(BASH_ENV, at), at },
    { name: 'CIRCLE_WORKING_DIRECTORY', value: root, at },
  ];
  const all = [...own, ...environment];
  return { kind: 'scope', ends: 'process', environment: all, folder: root, body, at };
}

/** A parameter may name it. */
function executorName(job: YamlNode, parameters: Reading['parameters']): string {
  const named = childOf(job, 'executor');
  const name = textOf(named) ?? textOf(childOf(named, 'name')) ?? '';
  const parameter = /^\s*<<\s*parameters\.([\w-]+)\s*>>\s*$/.exec(name)?.[1];
  return parameter === undefined ? name : (textOf(parameters.get(parameter)?.node) ?? '');
}

/** Of this file, or of an orb inside it. */
function executorNamed(name: string, { root, orbs }: Reading): YamlNode | undefined {
  const [alias = '', own] = name.split('/');
  const orb = own === undefined ? undefined : orbs.get(alias);
  return orb?.kind === 'inline'
    ? childOf(childOf(orb.root, 'executors'), own ?? '')
    : childOf(childOf(root, 'executors'), name);
}

/** Of the job, and of its first container. */
function machineEnvironment(node: YamlNode | undefined, reading: Reading): readonly Entry[] {
  const [container] = itemsOf(childOf(node, 'docker'));
  return [container, node].flatMap(it => environmentEntries(childOf(it, 'environment'), reading));
}

function defaultLanguage(job: YamlNode, executor: YamlNode | undefined, name: string): string {
  const said = languageOf(textOf(childOf(job, 'shell') ?? childOf(executor, 'shell')));
  return said ?? (/^win(?:dows)?\//.test(name) ? 'powershell' : 'bash');
}

/** Jobs of orbs, where workflows name them: those of an orb inside the file have steps here. */
function orbJobs(
  invocations: readonly Invocation[],
  own: readonly Pipeline[],
  reading: Reading,
): readonly Pipeline[] {
  const names = new Set(invocations.map(it => it.name).filter(it => it.includes('/')));
  return [...names].flatMap(name => {
    const [alias = '', job = ''] = name.split('/');
    const all = invocations.filter(it => it.name === name);
    const [first] = all;
    const orb = reading.orbs.get(alias);
    if (!first || own.some(it => it.id === name)) return [];
    if (orb?.kind !== 'inline') return all.flatMap(it => publishedJob(it, reading));
    const node = childOf(childOf(orb.root, 'jobs'), job);
    const readings = { inside: withinOrb(orb.root, reading), caller: reading };
    return node ? jobPipeline(name, node, all, readings, first.at) : [];
  });
}

function publishedJob({ name, given, at }: Invocation, reading: Reading): readonly Pipeline[] {
  const body = [
    ...stepsOf(childOf(given, 'pre-steps'), reading),
    ...commandSteps(name, given, at, reading),
    ...stepsOf(childOf(given, 'post-steps'), reading),
  ];
  const title = textOf(childOf(given, 'name')) ?? name;
  return [pipelineOf(title, [machine([], body, at)], at, undefined)];
}
