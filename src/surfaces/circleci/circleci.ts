//! CircleCI configurations: every job is an entry point; and the sources of orbs, whose commands others run.
//! Source: https://circleci.com/docs/reference/configuration-reference/

import type { FileFacts, Routine } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { childOf, itemsOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { pipelinesOf } from './jobs.ts';
import { orbsIn, type Reading } from './reading.ts';
import { stepsOf } from './steps.ts';
import { argumentsOf } from './values.ts';

export const circleci: Surface = {
  id: 'circleci',
  title: 'CircleCI configuration',
  comments: ['#'],
  matches: path => CONFIGURATION.test(path) || ORB_SOURCE.test(path),
  extract,
};

const CONFIGURATION = /(?:^|\/)\.circleci\/[^/]+\.ya?ml$/i;

/** How the orb development kit lays out a command or job. */
const ORB_SOURCE = /(?:^|\/)src\/(?:commands|jobs)\/[^/]+\.ya?ml$/i;

function extract({ path, text }: SourceFile): FileFacts {
  const none: FileFacts = { path, pipelines: [], declarations: [], problems: [] };
  const { documents, errors } = parseYaml(path, text);
  const [root] = documents;
  const isConfiguration = CONFIGURATION.test(path);
  if (!root) return { ...none, problems: isConfiguration ? errors : [] };
  const reading = readingOf(path, root);
  if (!isConfiguration) return { ...none, declarations: commandOf(root, reading) };
  const pipelines = pipelinesOf(root, reading);
  return { ...none, pipelines, problems: [...errors, ...reading.problems] };
}

const readingOf = (path: string, root: YamlNode): Reading => ({
  path,
  root,
  pipelineParameters: childOf(root, 'parameters'),
  orbs: orbsIn(root),
  parameters: new Map(),
  language: 'bash',
  checkout: '~/project',
  depth: 0,
  around: [],
  problems: [],
});

/** Other tools have files of such paths too: one without steps says nothing. */
function commandOf(root: YamlNode, outer: Reading): readonly Routine[] {
  const steps = childOf(root, 'steps');
  if (itemsOf(steps).length === 0) return [];
  const parameters = argumentsOf(childOf(root, 'parameters'), () => [], outer);
  const body = stepsOf(steps, { ...outer, parameters });
  const { path } = outer;
  return [
    {
      kind: 'routine',
      type: 'circleci-command',
      path,
      leftTo: 'pipelines',
      parameters: [],
      bindings: [],
      body,
      at: root.at,
    },
  ];
}
