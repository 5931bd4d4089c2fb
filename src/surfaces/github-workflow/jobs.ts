//! A job of a workflow to what it runs.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobs

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { conditionOf } from '../../languages/github-expression/condition.ts';
import {
  childOf,
  entriesOf,
  isEmpty,
  kindInWords,
  scalarOf,
  textOf,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { outputSteps } from '../github-outputs.ts';
import {
  asTitle,
  mappingOf,
  namedValues,
  nodeValue,
  type Reading,
  report,
  within,
} from '../github-reading.ts';
import { defaultsWith, isWindows, type RunDefaults } from '../github-shell.ts';
import { comparisonIn, conditional, stepsOf, usesStep } from '../github-steps.ts';
import { matrixContexts } from './matrix.ts';

export interface Job {
  readonly id: string;
  /** "job `deploy`". */
  readonly title: string;
  readonly runner?: Expression;
  /** One scope with its environment and steps. */
  readonly body: readonly Step[];
  /** Under the id that other jobs read them by. */
  readonly outputs: readonly Step[];
  readonly at: Span;
}

/** Without those that never run. */
export function jobsOf(root: YamlMapping, reading: Reading): readonly Job[] {
  const jobs = mappingOf(childOf(root, 'jobs'), '`jobs`', reading);
  const shared: Shared = {
    environment: namedValues(childOf(root, 'env'), '`env` of the workflow', reading),
    defaults: defaultsWith(childOf(root, 'defaults'), {}, reading),
  };
  return entriesOf(jobs).flatMap(entry => jobOf(entry, shared, reading) ?? []);
}

/** What the workflow says for all its jobs. */
interface Shared {
  readonly environment: readonly Entry[];
  readonly defaults: Partial<RunDefaults>;
}

function jobOf({ key, value }: YamlEntry, shared: Shared, outer: Reading): Job | undefined {
  const id = key.text;
  const { at } = key;
  const title = `job \`${asTitle(id)}\``;
  if (value.kind !== 'mapping') {
    report(outer, value.at, `${title} is ${kindInWords(value)}, not a mapping, and was not read`);
    return undefined;
  }
  const condition = conditionOf(textOf(childOf(value, 'if')) ?? 'true');
  if (condition === 'never') return undefined;
  const reading = within(outer, matrixContexts(childOf(value, 'strategy'), outer));
  const runner = runnerOf(childOf(value, 'runs-on'), reading);
  const whole =
    callOf(value, id, title, reading) ?? stepsBody(value, title, { ...shared, runner }, reading);
  const body =
    condition === 'always' ? whole : [conditional(whole, comparisonIn(value, reading), at)];
  const outputs = namedValues(childOf(value, 'outputs'), `\`outputs\` of ${title}`, reading);
  return {
    id,
    title,
    ...(runner ? { runner } : {}),
    body,
    outputs: jobOutputs(id, outputs, at),
    at,
  };
}

function jobOutputs(id: string, outputs: readonly Entry[], at: Span): readonly Step[] {
  const body = outputSteps(outputs);
  if (body.length === 0) return [];
  return [{ kind: 'scope', ends: 'process', environment: [], id: `needs.${id}`, body, at }];
}

/** A job that is another workflow. The environment of this one does not reach it. */
function callOf(
  job: YamlMapping,
  id: string,
  title: string,
  reading: Reading,
): readonly Step[] | undefined {
  const uses = scalarOf(childOf(job, 'uses'));
  if (!uses || isEmpty(uses)) return undefined;
  const inputs = namedValues(childOf(job, 'with'), `\`with\` of ${title}`, reading);
  const body = [usesStep(uses, 'github-workflow', inputs, reading)];
  return [{ kind: 'scope', ends: 'process', environment: [], id: `needs.${id}`, body, at: job.at }];
}

function stepsBody(
  job: YamlMapping,
  title: string,
  shared: Shared & { readonly runner: Expression | undefined },
  reading: Reading,
): readonly Step[] {
  const steps = childOf(job, 'steps');
  if (!steps) report(reading, job.at, `${title} has neither \`steps\` nor \`uses\``);
  const own = defaultsWith(childOf(job, 'defaults'), shared.defaults, reading);
  const shell = own.shell ?? (isWindows(shared.runner) ? 'powershell' : 'bash');
  const defaults = { ...own, shell };
  const container = childOf(childOf(job, 'container'), 'env');
  const environment = [
    ...shared.environment,
    ...namedValues(container, `\`container.env\` of ${title}`, reading),
    ...namedValues(childOf(job, 'env'), `\`env\` of ${title}`, reading),
  ];
  const body = stepsOf(steps, defaults, reading);
  const folder = literal('/.', job.at);
  return [{ kind: 'scope', ends: 'process', environment, folder, body, at: job.at }];
}

/** A name, a list of labels, or `{ group, labels }`. */
function runnerOf(node: YamlNode | undefined, reading: Reading): Expression | undefined {
  if (!node || isEmpty(node)) return undefined;
  if (node.kind !== 'mapping') return nodeValue(node, reading);
  const labels = childOf(node, 'labels');
  const group = childOf(node, 'group');
  const parts = [...(group ? [group] : []), ...(labels?.kind === 'sequence' ? labels.items : [])];
  const all = labels?.kind === 'scalar' ? [...parts, labels] : parts;
  return { kind: 'list', items: all.map(it => nodeValue(it, reading)), at: node.at };
}
