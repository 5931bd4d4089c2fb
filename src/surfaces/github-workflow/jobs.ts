//! The jobs of a workflow to what they run, each after those it needs.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobs

import type { Expression } from '../../domain/expression.ts';
import type { Case } from '../../domain/matrix.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { allOf, type Guard, whenOf } from '../../languages/github-expression/guards.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  kindInWords,
  textOf,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { conditionIn } from '../github-conditions.ts';
import {
  asTitle,
  mappingOf,
  namedValues,
  type Reading,
  report,
  within,
} from '../github-reading.ts';
import { defaultsWith } from '../github-shell.ts';
import { inOrder } from '../needs.ts';
import { caseReading } from './cases.ts';
import { jobScope, type Shared } from './job-scope.ts';
import { matrixReading } from './matrix.ts';
import { needsReader, type Outcome, resultStep, successOf } from './results.ts';
import { runnerOf, systemReader } from './runner.ts';

export interface Job {
  readonly id: string;
  /** "job `deploy`". */
  readonly title: string;
  readonly needs: readonly string[];
  readonly runner?: Expression;
  readonly body: readonly Step[];
  readonly at: Span;
}

/** Without those that never run. `secrets`: those that whoever calls the workflow may give. */
export function jobsOf(
  root: YamlMapping,
  reading: Reading,
  secrets: readonly string[] = [],
): readonly Job[] {
  const jobs = mappingOf(childOf(root, 'jobs'), '`jobs`', reading);
  const variables = (of: Reading) => namedValues(childOf(root, 'env'), '`env` of the workflow', of);
  // What is wrong with them is said here, and not once more for each job.
  variables(reading);
  const shared: Shared = {
    environment: of => variables({ ...of, problems: [] }),
    defaults: defaultsWith(childOf(root, 'defaults'), {}, reading),
    secrets,
  };
  const entries = entriesOf(jobs).map(entry => ({
    id: entry.key.text,
    needs: textsOf(childOf(entry.value, 'needs')),
    entry,
  }));
  const { all, circle } = inOrder(entries);
  if (jobs && circle.length > 0) report(reading, placeOf(circle, jobs), inWords(circle));
  const outcomes = new Map<string, Outcome>();
  return all.flatMap(
    ({ needs, entry }) => jobOf(entry, needs, { outcomes, shared }, reading) ?? [],
  );
}

/** `needs: build`, `needs: [build, test]`. */
const textsOf = (node: YamlNode | undefined): readonly string[] =>
  [...itemsOf(node), ...(node ? [node] : [])].flatMap(it => textOf(it) ?? []);

const placeOf = (circle: readonly string[], jobs: YamlMapping): Span =>
  jobs.entries.find(it => circle.includes(it.key.text))?.key.region.at ?? jobs.at;

/** Of a long circle not all are named. */
const NAMED_MAX = 6;

function inWords([first = '', ...others]: readonly string[]): string {
  const names = others.slice(0, NAMED_MAX).map(it => `\`${asTitle(it)}\``);
  const chain = names.length === 0 ? 'itself' : names.join(', which needs ');
  const more =
    others.length > NAMED_MAX ? ' and so on' : names.length === 0 ? '' : ', which needs it';
  return `job \`${asTitle(first)}\` needs ${chain}${more}, and GitHub refuses such a workflow`;
}

interface Around {
  /** Of the jobs that were read before. */
  readonly outcomes: Map<string, Outcome>;
  readonly shared: Shared;
}

function jobOf(
  { key, value }: YamlEntry,
  needs: readonly string[],
  { outcomes, shared }: Around,
  outer: Reading,
): Job | undefined {
  const id = key.text;
  const { at } = key;
  const title = `job \`${asTitle(id)}\``;
  if (value.kind !== 'mapping') {
    report(outer, value.at, `${title} is ${kindInWords(value)}, not a mapping, and was not read`);
    return undefined;
  }
  const { reading: afterNeeds, cases } = caseReading(within(outer, needsReader(needs, outcomes)));
  const success = successOf(needs, outcomes, at);
  const condition = conditionIn(value, afterNeeds, success);
  const guard = condition.asksForStatus ? condition.guard : allOf([success, condition.guard]);
  outcomes.set(id, outcomeOf(guard));
  if (guard === 'never') return undefined;
  const all = matrixReading(childOf(value, 'strategy'), afterNeeds);
  const runsOn = childOf(value, 'runs-on');
  const runner = runnerOf(runsOn, all.ofAll);
  const reading = { ...all, inEach: within(all.inEach, systemReader(runsOn, all.inEach)) };
  const scope = jobScope({ id, title, job: value, runner, at }, shared, reading);
  const step = guard === 'always' ? scope : underGuard(scope, id, guard);
  const body = [inCases(step, cases())];
  return { id, title, needs, ...(runner ? { runner } : {}), body, at };
}

const inCases = (step: Step, cases: readonly Case[]): Step =>
  cases.length === 0
    ? step
    : { kind: 'scope', ends: 'process', environment: [], cases, body: [step], at: step.at };

function outcomeOf(guard: Guard): Outcome {
  if (guard === 'always') return 'runs';
  return guard === 'never' ? 'skipped' : 'by-condition';
}

const underGuard = (scope: ScopeStep, id: string, guard: Guard): Step => ({
  kind: 'branch',
  arms: [[scope, resultStep(id, 'success', scope.at)], [resultStep(id, 'skipped', scope.at)]],
  isExhaustive: true,
  ...whenOf(guard),
  at: scope.at,
});
