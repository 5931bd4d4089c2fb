//! Projects of the Azure Developer CLI: the scripts that `azd up` runs on the way, and the infrastructure it deploys.
//! Source: https://github.com/Azure/azure-dev/blob/main/schemas/v1.0/azure.yaml.json

import type { FileFacts, Routine } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { childOf, entriesOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { type Event, hookSteps } from './hooks.ts';
import { infrastructureSteps } from './infrastructure.ts';

export const azdProject: Surface = {
  id: 'azd-project',
  title: 'azd project',
  comments: ['#'],
  matches: path => /(?:^|\/)azure\.ya?ml$/i.test(path),
  recognises: text => PROJECT.test(text),
  extract,
};

/** A file of that name may be anybody's. */
const PROJECT = /^(?:hooks|services|infra|metadata|workflows)[ \t]*:|azure\.yaml\.json/m;

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  const root = documents[0];
  const none: FileFacts = { path, pipelines: [], declarations: [], problems: errors };
  if (root?.kind !== 'mapping') return none;
  const project: Routine = {
    kind: 'routine',
    type: 'azd-project',
    path,
    parameters: [],
    bindings: [],
    body: EVENTS.flatMap(event => {
      const before = hooksOf(root, { ...event, name: `pre${event.name}` });
      const after = hooksOf(root, { ...event, name: `post${event.name}` });
      return [...before, ...infrastructureSteps(root, event), ...after];
    }),
    at: { path, start: 0, end: text.length },
  };
  return { ...none, declarations: [project] };
}

/** In the order in which `azd up` comes by them. */
const EVENTS: readonly Event[] = [
  { name: 'up', under: ['up'] },
  { name: 'restore', under: ['up', 'deploy', 'package', 'publish', 'restore'] },
  { name: 'build', under: ['up', 'deploy', 'package', 'publish', 'build'] },
  { name: 'package', under: ['up', 'deploy', 'package', 'publish'] },
  { name: 'infracreate', under: ['up', 'provision'] },
  { name: 'provision', under: ['up', 'provision'] },
  { name: 'publish', under: ['up', 'deploy', 'publish'] },
  { name: 'deploy', under: ['up', 'deploy'] },
  { name: 'down', under: ['down'] },
  { name: 'infradelete', under: ['down'] },
];

/** Those of the project first, then those of its services, which stand in the folders of theirs. */
function hooksOf(root: YamlNode, event: Event) {
  const own = hookSteps(childOf(root, 'hooks'), event, undefined);
  const services = entriesOf(childOf(root, 'services')).flatMap(({ value }) =>
    hookSteps(childOf(value, 'hooks'), event, textOf(childOf(value, 'project'))),
  );
  return [...own, ...services];
}
