//! Bitbucket pipelines: every step runs in a container of its own, so that each is an entry point.
//! Source: https://support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference/

import type { FileFacts, Pipeline } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem } from '../../domain/span.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  scalarOf,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { runnerOf, stepBody } from './steps.ts';
import { variableEntries } from './values.ts';

export const bitbucketPipelines: Surface = {
  id: 'bitbucket-pipelines',
  title: 'Bitbucket pipeline',
  comments: ['#'],
  matches: path => /pipelines\.ya?ml$/i.test(path),
  recognises: (text, path) => MAIN.test(path) || SHARED.test(text),
  extract,
};

const MAIN = /(?:^|\/)bitbucket-pipelines\.ya?ml$/i;

/** Pipelines that other files, or other repositories, import. */
const SHARED = /^definitions:[ \t]*\r?\n(?:[ \t].*\r?\n|\r?\n)*?[ \t]+pipelines:/m;

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  const [root] = documents;
  const definitions = childOf(root, 'definitions');
  const starts = [
    ...startsIn(childOf(root, 'pipelines')),
    ...entriesOf(childOf(definitions, 'pipelines')).map(it => ({
      name: `definitions/${it.key.text}`,
      node: it.value,
    })),
  ];
  const missing = starts.flatMap(it => elsewhere(it, childOf(definitions, 'imports')));
  return {
    path,
    pipelines: starts.flatMap(start => pipelinesOf(start)),
    declarations: [],
    problems: [...errors, ...missing],
  };
}

/** What is started, and what starts it. */
interface Start {
  /** `default`, `branches/main`. */
  readonly name: string;
  readonly node: YamlNode;
}

/** `import: repository:branch:name`, or `name@source`: a source is a file of this repository, or `repository:branch`. */
function elsewhere({ node }: Start, imports: YamlNode | undefined): readonly Problem[] {
  const imported = scalarOf(childOf(node, 'import'));
  if (!imported) return [];
  const source = /@([^@]+)$/.exec(imported.text.trim())?.[1];
  const from = source === undefined ? imported.text : (textOf(childOf(imports, source)) ?? ':');
  if (!from.includes(':')) return [];
  const spelled = imported.text.slice(0, 100);
  const message = `the pipeline \`${spelled}\` is not in this repository, so what it does is not known`;
  return [{ at: imported.region.at, message }];
}

/** `default` is a list; all others have a list for each branch, tag or name. */
function startsIn(pipelines: YamlNode | undefined): readonly Start[] {
  return entriesOf(pipelines).flatMap(({ key, value }): readonly Start[] => {
    if (value.kind !== 'mapping') return [{ name: key.text, node: value }];
    return value.entries.map(it => ({ name: `${key.text}/${it.key.text}`, node: it.value }));
  });
}

/** Nobody reads what a step gave out so long ago. */
const NEEDS_MAX = 50;

function pipelinesOf({ name, node }: Start): readonly Pipeline[] {
  const variables = itemsOf(node).flatMap(it => variableEntries(childOf(it, 'variables')));
  const steps = stepsIn(node, 0);
  const ids = steps.map((_, index) => `${name}/${index + 1}`);
  return steps.flatMap((step, index) => {
    const id = ids[index] ?? name;
    const needs = ids.slice(Math.max(0, index - NEEDS_MAX), index);
    const body = stepBody(step, { variables, id, before: needs });
    if (body.length === 0) return [];
    const title = textOf(childOf(step, 'name'))?.trim().replace(/\s+/g, ' ').slice(0, 80);
    const runner = runnerOf(step);
    return [
      {
        id,
        needs,
        title: title ? `step \`${title}\`` : `step ${index + 1} of \`${name}\``,
        reach: 'pipeline' as const,
        isOpen: true as const,
        ...(runner ? { runner } : {}),
        body,
        at: scalarOf(childOf(step, 'name'))?.at ?? { ...step.at, end: step.at.start },
      },
    ];
  });
}

/** Stages hold steps, and so do parallel groups; nothing holds those in turn. */
const GROUPS_DEEP_MAX = 4;

/** In order, through `parallel`, `stage` and lists that an alias stands for. */
function stepsIn(node: YamlNode | undefined, depth: number): readonly YamlMapping[] {
  if (!node || depth > GROUPS_DEEP_MAX) return [];
  if (node.kind === 'sequence') return node.items.flatMap(it => stepsIn(it, depth));
  return entriesOf(node).flatMap(({ key, value }): readonly YamlMapping[] => {
    if (key.text === 'step') return value.kind === 'mapping' ? [value] : [];
    const isGroup = key.text === 'parallel' || key.text === 'stage' || key.text === 'steps';
    return isGroup ? stepsIn(value, depth + 1) : [];
  });
}
