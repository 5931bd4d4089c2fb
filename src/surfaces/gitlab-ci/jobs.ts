//! A job to what it runs, and its parts to what jobs of other files may take over.

import { assigned } from '../../domain/assigned.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import type { Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, itemsOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { cacheSteps } from './caches.ts';
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
import {
  elsewhere,
  GLOBAL,
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

/** One scope with everything: `before_script` and `script` share a shell, `after_script` has its own. */
export function jobBody({ node, at }: Job, reading: Reading): readonly Step[] {
  const lineage = lineageOf(node, reading);
  const language = languageOf(lineage, reading);
  const part = (key: ScriptKey): readonly Step[] | undefined =>
    partSteps(lineage, key, language, reading);
  const before = part('before_script') ?? sharedSteps('before_script', lineage, language, reading);
  const script = [...(part('script') ?? []), ...runSteps(inherited(lineage, 'run'), reading)];
  if (script.length === 0) return [];
  const after = part('after_script') ?? sharedSteps('after_script', lineage, language, reading);
  const body: readonly Step[] = [
    ...variableSteps(lineage, at, reading),
    ...cacheSteps(lineage, reading),
    processOf([...before, ...script], at),
    ...(after.length > 0 ? [processOf(after, at)] : []),
  ];
  const environment = [{ name: 'CI_PROJECT_DIR', value: literal('/.', at), at }];
  return [{ kind: 'scope', ends: 'process', environment, folder: literal('/.', at), body, at }];
}

const processOf = (body: readonly Step[], at: Span): Step => ({
  kind: 'scope',
  ends: 'process',
  environment: [],
  body,
  at,
});

/** What holds for all jobs first, then what the job takes over, then its own: the last counts. */
function variableSteps(lineage: Lineage, at: Span, reading: Reading): readonly Step[] {
  const isMain = MAIN.test(reading.path);
  const own = inheritedVariables(lineage, reading);
  if (isOff(lineage, 'variables')) return [...takenOver(lineage, at), ...assignSteps(own)];
  const shared = variableEntries(childOf(reading.root, 'variables'), reading);
  const before = isMain ? [] : [elsewhere(GLOBAL, 'variables', at)];
  return lineage.elsewhere.length === 0
    ? [...before, ...assignSteps([...shared, ...own])]
    : [...before, ...assignSteps(shared), ...takenOver(lineage, at), ...assignSteps(own)];
}

const takenOver = ({ elsewhere: names }: Lineage, at: Span): readonly Step[] =>
  names.toReversed().map(it => elsewhere(it, 'variables', at));

/** `inherit: { default: false }`. */
const isOff = (lineage: Lineage, what: 'default' | 'variables'): boolean =>
  textOf(childOf(inherited(lineage, 'inherit'), what)) === 'false';

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
  return at && !MAIN.test(reading.path) ? [elsewhere(GLOBAL, key, at)] : [];
}

const sharedNode = (key: ScriptKey, { root }: Reading): YamlNode | undefined =>
  childOf(childOf(root, 'default'), key) ?? childOf(root, key);

const KEYS: readonly ScriptKey[] = ['before_script', 'script', 'after_script'];

/** What jobs of other files take over from this one, by key. */
export function partsOf({ name, node, at }: Job, reading: Reading): readonly Routine[] {
  const lineage = lineageOf(node, reading);
  const language = languageOf(lineage, reading);
  const variables = [
    ...takenOver(lineage, at),
    ...assignSteps(inheritedVariables(lineage, reading)),
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
  const variables = variableEntries(childOf(reading.root, 'variables'), reading);
  return [
    ...routine(GLOBAL, 'variables', assignSteps(variables), at),
    ...keys.flatMap(key =>
      routine(GLOBAL, key, scriptSteps(sharedNode(key, reading), 'bash', reading), at),
    ),
  ];
}

/** Of several of one name the last; GitLab fills in the others when all are known, whatever their order. */
function assignSteps(entries: readonly Entry[]): readonly Step[] {
  const byName = new Map(entries.map(it => [it.name, it]));
  const isPlain = ({ value }: Entry): boolean =>
    value.kind === 'text' && value.region.holes.length === 0;
  const all = [...byName.values()];
  return [...all.filter(isPlain), ...all.filter(it => !isPlain(it))].map(it =>
    assigned(it.name, it.value, it.at),
  );
}

function routine(job: string, key: string, body: readonly Step[], at: Span): readonly Routine[] {
  if (body.length === 0) return [];
  const path = partPath(job, key);
  return [{ ...BARE, type: PART, path, leftTo: 'nobody', body, at }];
}

const BARE = { kind: 'routine', parameters: [], bindings: [] } as const;

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
