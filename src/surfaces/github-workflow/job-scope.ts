//! What a job does: its steps on a machine of their own, or another workflow.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Span } from '../../domain/span.ts';
import { childOf, isEmpty, scalarOf, type YamlMapping } from '../../languages/yaml/tree.ts';
import { namedValues, type Reading, report } from '../github-reading.ts';
import { defaultsWith, isWindows, type RunDefaults } from '../github-shell.ts';
import { stepsOf, usesStep } from '../github-steps.ts';
import type { MatrixReading } from './matrix.ts';
import { outputsId } from './results.ts';
import { givenSecrets } from './secrets.ts';

/** What the workflow says for all its jobs. */
export interface Shared {
  /** As each job reads it. */
  readonly environment: (reading: Reading) => readonly Entry[];
  readonly defaults: Partial<RunDefaults>;
  /** Names of those that the workflow is given. */
  readonly secrets: readonly string[];
}

export interface JobNode {
  readonly id: string;
  readonly title: string;
  readonly job: YamlMapping;
  readonly runner: Expression | undefined;
  readonly at: Span;
}

/** Once for each combination of its matrix. */
export function jobScope(node: JobNode, shared: Shared, reading: MatrixReading): ScopeStep {
  const scope = calledScope(node, shared, reading.inEach) ?? stepsScope(node, shared, reading);
  const each = reading.matrix();
  return each ? { ...scope, each } : scope;
}

/** A job that is another workflow. The environment of this one does not reach it; it gives out what that one says. */
function calledScope(
  { id, title, job }: JobNode,
  { secrets }: Shared,
  reading: Reading,
): ScopeStep | undefined {
  const uses = scalarOf(childOf(job, 'uses'));
  if (!uses || isEmpty(uses)) return undefined;
  const inputs = namedValues(childOf(job, 'with'), `\`with\` of ${title}`, reading);
  const step = usesStep(uses, 'github-workflow', inputs, reading);
  const given = givenSecrets(childOf(job, 'secrets'), `\`secrets\` of ${title}`, secrets, reading);
  const run = step.kind === 'run' ? { ...step, inputs: [...step.inputs, ...given] } : step;
  return {
    kind: 'scope',
    ends: 'job',
    environment: [],
    id: outputsId(id),
    body: [run],
    at: job.at,
  };
}

function stepsScope(
  { id, title, job, runner }: JobNode,
  shared: Shared,
  { inEach, ofAll }: MatrixReading,
): ScopeStep {
  const steps = childOf(job, 'steps');
  if (!steps) report(inEach, job.at, `${title} has neither \`steps\` nor \`uses\``);
  const own = defaultsWith(childOf(job, 'defaults'), shared.defaults, inEach);
  const shell = own.shell ?? (isWindows(runner) ? 'powershell' : 'bash');
  const container = childOf(childOf(job, 'container'), 'env');
  return {
    kind: 'scope',
    ends: 'job',
    environment: [
      ...shared.environment(inEach),
      ...namedValues(container, `\`container.env\` of ${title}`, inEach),
      ...namedValues(childOf(job, 'env'), `\`env\` of ${title}`, inEach),
    ],
    folder: literal('/.', job.at),
    id: outputsId(id),
    outputs: namedValues(childOf(job, 'outputs'), `\`outputs\` of ${title}`, inEach),
    body: stepsOf(steps, { ...own, shell }, inEach, ofAll),
    at: job.at,
  };
}
