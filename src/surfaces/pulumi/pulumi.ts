//! Projects of Pulumi: the configuration of a project and of its stacks, and programs written in YAML.
//! Source: https://www.pulumi.com/docs/iac/concepts/projects/

import type { FileFacts, Routine } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Step } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { childOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { configuredProviders } from './providers.ts';
import { resourceSteps } from './resources.ts';

export const pulumi: Surface = {
  id: 'pulumi',
  title: 'Pulumi project',
  comments: ['#'],
  matches: path => FILE.test(path),
  extract,
};

const FILE = /^(?:(.*)\/)?Pulumi(?:\.([^/]+))?\.ya?ml$/;

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  const [, folder, stack] = FILE.exec(path) ?? [];
  const [root] = documents;
  const body = root ? stepsOf(root, stack) : [];
  const none: FileFacts = { path, pipelines: [], declarations: [], problems: errors };
  if (body.length === 0) return none;
  const part: Routine = {
    kind: 'routine',
    type: 'pulumi-project',
    path: folder ?? '.',
    parameters: [],
    bindings: [],
    body,
    at: { path, start: 0, end: text.length },
  };
  return { ...none, declarations: [part] };
}

/** What a stack configures counts when that stack is run, or when nobody knows which. */
function stepsOf(root: YamlNode, stack: string | undefined): readonly Step[] {
  const body = configuredProviders(childOf(root, 'config'));
  if (stack === undefined) return [...body, ...resourceSteps(root)];
  if (body.length === 0) return [];
  const { at } = root;
  return [{ kind: 'scope', ends: 'process', environment: [], onlyUnder: [stack], body, at }];
}
