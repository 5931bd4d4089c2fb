//! Jobs of a configuration, with what workflows give them.

import type { Entry } from '../../domain/expression.ts';
import type { Pipeline } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  textOf,
  type YamlEntry,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import type { Reading } from './reading.ts';
import { BASH_ENV, languageOf } from './run.ts';
import { commandSteps, stepsOf } from './steps.ts';
import { argumentsOf, environmentEntries } from './values.ts';

/** A job where a workflow names it. */
interface Invocation {
  readonly name: string;
  readonly given: YamlNode | undefined;
  readonly at: Span;
}

export function pipelinesOf(root: YamlNode, reading: Reading): readonly Pipeline[] {
  const invocations = invocationsIn(childOf(root, 'workflows'));
  const jobs = childOf(root, 'jobs');
  const own = entriesOf(jobs).flatMap(entry =>
    jobPipeline(
      entry,
      invocations.filter(it => it.name === entry.key.text),
      reading,
    ),
  );
  return [...own, ...invocations.flatMap(it => orbJob(it, own, reading))];
}

function invocationsIn(workflows: YamlNode | undefined): readonly Invocation[] {
  return entriesOf(workflows).flatMap(({ value }) =>
    itemsOf(childOf(value, 'jobs')).flatMap((item): readonly Invocation[] => {
      if (item.kind === 'scalar') return [{ name: item.text, given: undefined, at: item.at }];
      return entriesOf(item).map(({ key, value: given }) => ({
        name: key.text,
        given,
        at: key.at,
      }));
    }),
  );
}

function jobPipeline(
  { key, value: job }: YamlEntry,
  invocations: readonly Invocation[],
  outer: Reading,
): readonly Pipeline[] {
  const given = invocations.flatMap(it => it.given ?? []);
  const executor = executorOf(job, outer);
  const reading: Reading = {
    ...outer,
    parameters: argumentsOf(childOf(job, 'parameters'), given, outer),
    language: defaultLanguage(job, executor),
    checkout:
      textOf(childOf(job, 'working_directory') ?? childOf(executor, 'working_directory')) ??
      '~/project',
  };
  const around = (which: string): readonly Step[] =>
    invocations.flatMap(it => stepsOf(childOf(it.given, which), outer));
  const body = [
    ...around('pre-steps'),
    ...stepsOf(childOf(job, 'steps'), reading),
    ...around('post-steps'),
  ];
  if (body.length === 0) return [];
  const environment = [executor, job].flatMap(it => machineEnvironment(it, reading));
  return [pipelineOf(key.text, machine(environment, body, key.at), key.at, job)];
}

function pipelineOf(name: string, body: Step, at: Span, job: YamlNode | undefined): Pipeline {
  // A class of one's own has a namespace.
  const isOwn = textOf(childOf(job, 'resource_class'))?.includes('/') === true;
  return {
    id: name,
    title: `job \`${name.trim().replace(/\s+/g, ' ').slice(0, 80)}\``,
    reach: 'pipeline',
    isOpen: true,
    ...(isOwn ? { runner: literal('self-hosted', at) } : {}),
    body: [body],
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

/** The executor that a job names, of this file. */
function executorOf(job: YamlNode, { root }: Reading): YamlNode | undefined {
  const named = childOf(job, 'executor');
  const name = textOf(named) ?? textOf(childOf(named, 'name'));
  return name === undefined ? undefined : childOf(childOf(root, 'executors'), name);
}

/** Of the job, and of its first container. */
function machineEnvironment(node: YamlNode | undefined, reading: Reading): readonly Entry[] {
  const [container] = itemsOf(childOf(node, 'docker'));
  return [container, node].flatMap(it => environmentEntries(childOf(it, 'environment'), reading));
}

function defaultLanguage(job: YamlNode, executor: YamlNode | undefined): string {
  const said = languageOf(textOf(childOf(job, 'shell') ?? childOf(executor, 'shell')));
  const named = childOf(job, 'executor');
  const name = textOf(named) ?? textOf(childOf(named, 'name')) ?? '';
  return said ?? (/^win(?:dows)?\//.test(name) ? 'powershell' : 'bash');
}

/** A job of an orb, where a workflow names it. */
function orbJob(
  { name, given, at }: Invocation,
  own: readonly Pipeline[],
  reading: Reading,
): readonly Pipeline[] {
  if (!name.includes('/') || own.some(it => it.id === name)) return [];
  const body = [
    ...stepsOf(childOf(given, 'pre-steps'), reading),
    ...commandSteps(name, given, at, reading),
    ...stepsOf(childOf(given, 'post-steps'), reading),
  ];
  const title = textOf(childOf(given, 'name')) ?? name;
  return [pipelineOf(title, machine([], body, at), at, undefined)];
}
