//! Bitbucket pipelines: every step runs in a container of its own, so that each is an entry point.
//! Source: https://support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference/

import type { FileFacts, Pipeline } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
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
  matches: path => /(?:^|\/)bitbucket-pipelines\.ya?ml$/i.test(path),
  extract,
};

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  const pipelines = childOf(documents[0], 'pipelines');
  return {
    path,
    pipelines: startsIn(pipelines).flatMap(start => pipelinesOf(start)),
    declarations: [],
    problems: errors,
  };
}

/** What is started, and what starts it. */
interface Start {
  /** `default`, `branches/main`. */
  readonly name: string;
  readonly node: YamlNode;
}

/** `default` is a list; all others have a list for each branch, tag or name. */
function startsIn(pipelines: YamlNode | undefined): readonly Start[] {
  return entriesOf(pipelines).flatMap(({ key, value }): readonly Start[] => {
    if (value.kind !== 'mapping') return [{ name: key.text, node: value }];
    return value.entries.map(it => ({ name: `${key.text}/${it.key.text}`, node: it.value }));
  });
}

function pipelinesOf({ name, node }: Start): readonly Pipeline[] {
  const variables = itemsOf(node).flatMap(it => variableEntries(childOf(it, 'variables')));
  return stepsIn(node, 0).flatMap((step, index) => {
    const body = stepBody(step, variables);
    if (body.length === 0) return [];
    const title = textOf(childOf(step, 'name'))?.trim().replace(/\s+/g, ' ').slice(0, 80);
    const runner = runnerOf(step);
    return [
      {
        id: `${name}/${index + 1}`,
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
