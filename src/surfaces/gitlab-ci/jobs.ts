//! A job to what it runs, and its parts to what jobs of other files may take over.

import type { Entry, Expression } from '../../domain/expression.ts';
import type { Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, itemsOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { cacheSteps } from './caches.ts';
import { STARTED } from './inputs.ts';
import { blended, type Leg, legsOf, ruleLegs } from './legs.ts';
import { givenVariables, variableFiles } from './needs.ts';
import {
  extendedBy,
  inherited,
  type Job,
  jobsOf,
  type Lineage,
  lineageOf,
  type Reading,
} from './reading.ts';
import { MAIN } from './recognise.ts';
import { BARE, routine } from './routines.ts';
import {
  elsewhere,
  jobPath,
  languageOf,
  PART,
  partPath,
  partSteps,
  runSteps,
  type ScriptKey,
  scriptSteps,
} from './scripts.ts';
import { inheritedVariables, variableEntries } from './values.ts';
import { assignSteps, GLOBAL, isOff, takenOver, variableSteps } from './variables.ts';

/** One scope with everything: `before_script` and `script` share a shell, `after_script` has its own. */
export function jobBody({ name, node, at }: Job, reading: Reading): readonly Step[] {
  const lineage = lineageOf(node, reading);
  const language = languageOf(lineage, reading);
  const part = (key: ScriptKey): readonly Step[] | undefined =>
    partSteps(lineage, key, language, reading);
  const before = part('before_script') ?? sharedSteps('before_script', lineage, language, reading);
  const script = [...(part('script') ?? []), ...runSteps(inherited(lineage, 'run'), reading)];
  const legs = legsOf(lineage, reading);
  if (script.length === 0 || legs.length === 0) return [];
  const after = part('after_script') ?? sharedSteps('after_script', lineage, language, reading);
  const given = givenVariables(lineage, reading);
  const bodyOf = (leg: Leg): readonly Step[] => [
    ...variableSteps(lineage, leg, at, reading),
    ...cacheSteps(lineage, reading),
    processOf(given, [...before, ...script], at),
    ...(after.length > 0 ? [processOf(given, after, at)] : []),
  ];
  const [only = [], ...others] = legs;
  const body =
    others.length === 0
      ? bodyOf(only)
      : legs.map(leg => ({ ...scopeOf(bodyOf(leg), at), ends: 'job' as const }));
  const files = variableFiles(lineage, at);
  const root = { name: 'CI_PROJECT_DIR', value: literal('/.', at), at };
  const environment = [root, ...files];
  const id = files.length > 0 ? { id: name } : {};
  return [{ ...scopeOf(body, at), environment, folder: literal('/.', at), ...id }];
}

const scopeOf = (body: readonly Step[], at: Span): ScopeStep => ({
  kind: 'scope',
  ends: 'process',
  environment: [],
  body,
  at,
});

const processOf = (environment: readonly Entry[], body: readonly Step[], at: Span): Step => ({
  ...scopeOf(body, at),
  environment,
});

/** What stands under `default`, or at the top as it was done before; else what the including file says. */
function sharedSteps(
  key: 'before_script' | 'after_script',
  lineage: Lineage,
  language: string,
  reading: Reading,
): readonly Step[] {
  if (isOff(lineage, 'default')) return [];
  const own = sharedNode(key, reading);
  const at = lineage.nodes[0]?.at;
  if (own) return scriptSteps(own, language, reading);
  return at && !MAIN.test(reading.path) ? [unlessStarted([elsewhere(GLOBAL, key, at)], at)] : [];
}

const unlessStarted = (body: readonly Step[], at: Span): Step => ({
  kind: 'branch',
  arms: [[], body],
  isExhaustive: true,
  when: {
    kind: 'texts',
    left: { kind: 'reference', space: 'variable', name: STARTED, at },
    right: literal('true', at),
    isEqual: true,
  },
  at,
});

const sharedNode = (key: ScriptKey, { root }: Reading): YamlNode | undefined =>
  childOf(childOf(root, 'default'), key) ?? childOf(root, key);

const KEYS: readonly ScriptKey[] = ['before_script', 'script', 'after_script'];

/** What jobs of other files take over from this one, by key. */
export function partsOf({ name, node, at }: Job, reading: Reading): readonly Routine[] {
  const lineage = lineageOf(node, reading);
  const language = languageOf(lineage, reading);
  const legs = blended(legsOf(lineage, reading));
  const variables = [
    ...takenOver(lineage, at),
    ...assignSteps([...inheritedVariables(lineage, reading), ...legs]),
  ];
  return [
    ...routine(name, 'variables', variables, at),
    ...KEYS.flatMap(key =>
      routine(name, key, partSteps(lineage, key, language, reading) ?? [], at),
    ),
  ];
}

/** What a file says for all jobs, also for those of the files that it includes. */
export function globalParts(reading: Reading): readonly Routine[] {
  const { at } = reading.root;
  const keys: readonly ScriptKey[] = ['before_script', 'after_script'];
  const workflow = ruleLegs(childOf(childOf(reading.root, 'workflow'), 'rules'), reading);
  const variables = [
    ...variableEntries(childOf(reading.root, 'variables'), reading),
    ...blended(workflow),
  ];
  return [
    ...routine(GLOBAL, 'variables', assignSteps(variables), at),
    ...keys.flatMap(key =>
      routine(GLOBAL, key, scriptSteps(sharedNode(key, reading), 'bash', reading), at),
    ),
  ];
}

/** A hidden job that nothing in its file takes over: others do, here or in projects that include it. */
export function templateOf(job: Job, reading: Reading): readonly Routine[] {
  const { name, at } = job;
  const body = isTakenOver(name, reading) ? [] : jobBody(job, reading);
  if (body.length === 0) return [];
  const path = jobPath(name);
  const paths = ['variables', ...KEYS].map(it => partPath(name, it));
  const parts = { type: PART, paths };
  return [{ ...BARE, type: 'gitlab-job', path, leftTo: 'pipelines', parts, body, at }];
}

function isTakenOver(name: string, reading: Reading): boolean {
  const isExtended = jobsOf(reading).some(it => extendedBy(it.node).includes(name));
  if (isExtended) return true;
  const spelled = name.replace(/[^\w]/g, '\\$&');
  const taken = `!reference\\s*(?:\\[|-)\\s*['"]?${spelled}['"]?\\s*[,\\n]|^${spelled}:\\s*&`;
  return new RegExp(taken, 'm').test(reading.text);
}

/** The labels of the runner. */
export function runnerOf(job: Job, reading: Reading): Expression | undefined {
  const lineage = lineageOf(job.node, reading);
  const tags = inherited(lineage, 'tags') ?? childOf(childOf(reading.root, 'default'), 'tags');
  const names = itemsOf(tags).flatMap(it => textOf(it) ?? []);
  if (!tags || names.length === 0) return undefined;
  return { kind: 'list', items: names.map(it => literal(it, tags.at)), at: tags.at };
}
