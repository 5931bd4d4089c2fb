//! `before_script`, `script` and `after_script` of a job to steps.
//! Source: https://docs.gitlab.com/ci/yaml/#script

import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  isEmpty,
  itemsOf,
  scalarOf,
  textOf,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { inherited, type Lineage, type Reading, referenced, referenceOf } from './reading.ts';
import { scriptValue } from './values.ts';

export type ScriptKey = 'before_script' | 'script' | 'after_script';

/** What stands under a key: a text, a list, lists in the list, references to other jobs. */
export function scriptSteps(
  node: YamlNode | undefined,
  language: string,
  reading: Reading,
): readonly Step[] {
  return stepsIn(node, language, reading, 0);
}

/** GitLab's own limit for lists in lists, and for references to references. */
const LISTS_DEEP_MAX = 10;

const TOO_DEEP =
  'lists and references that are nested deeper than GitLab allows, or hold themselves, are not followed';

function stepsIn(
  node: YamlNode | undefined,
  language: string,
  reading: Reading,
  depth: number,
): readonly Step[] {
  if (!node || isEmpty(node)) return [];
  if (depth > LISTS_DEEP_MAX) {
    reading.problems.push({ at: node.at, message: TOO_DEEP });
    return [];
  }
  if (node.kind === 'scalar') {
    return [{ kind: 'script', language, source: scriptValue(node, reading), at: node.region.at }];
  }
  const names = referenceOf(node, reading);
  if (names) {
    const found = referenced(names, reading);
    if (found) return stepsIn(found, language, reading, depth + 1);
    const [name, key] = names;
    return name !== undefined && key !== undefined ? [elsewhere(name, key, node.at)] : [];
  }
  return itemsOf(node).flatMap(it => stepsIn(it, language, reading, depth + 1));
}

/** The name under which the file that includes others keeps what holds for all jobs. */
export const GLOBAL = 'all jobs';

/** A key of a job that an included file holds. */
export const elsewhere = (job: string, key: string, at: Span): Step => ({
  kind: 'run',
  routine: PART,
  path: literal(partPath(job, key), at),
  title: `\`${key}\` of ${job === GLOBAL ? GLOBAL : `job \`${job}\``}`,
  inputs: [],
  arguments: [],
  sharesProcess: true,
  at,
});

/** In front of the path of a file: the name under which others keep what they give to it. */
export const FOR_FILE = 'for ';

/** What a part of a job is called among routines. */
export const PART = 'gitlab-job-part';

/** Jobs of all files of a pipeline share one set of names; a name may have any characters. */
export const jobPath = (job: string): string => `gitlab/${encodeURIComponent(job)}`;

export const partPath = (job: string, key: string): string => `${jobPath(job)}/${key}`;

/** Of the job, of what it extends here, or of what it extends in another file. */
export function partSteps(
  lineage: Lineage,
  key: ScriptKey,
  language: string,
  reading: Reading,
): readonly Step[] | undefined {
  const own = inherited(lineage, key);
  if (own) return scriptSteps(own, language, reading);
  const at = lineage.nodes[0]?.at;
  const [name] = lineage.elsewhere;
  return name === undefined || !at ? undefined : [elsewhere(name, key, at)];
}

/** `run:`: steps with a script each; those that others publish are not looked into. */
export const runSteps = (node: YamlNode | undefined, reading: Reading): readonly Step[] =>
  itemsOf(node).flatMap(it => stepsIn(scalarOf(childOf(it, 'script')), 'bash', reading, 0));

/** Runners for Windows have PowerShell; their tags say so. */
export function languageOf(lineage: Lineage, reading: Reading): string {
  const tags = inherited(lineage, 'tags') ?? childOf(childOf(reading.root, 'default'), 'tags');
  const isWindows = itemsOf(tags).some(it => /windows/i.test(textOf(it) ?? ''));
  return isWindows ? 'powershell' : 'bash';
}
