//! Composite actions: steps that workflows and other actions call with inputs.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax

import type { FileFacts, Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem } from '../../domain/span.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { childOf, textOf, type YamlMapping } from '../../languages/yaml/tree.ts';
import { parametersOf } from '../github-inputs.ts';
import { declaredOutputs } from '../github-outputs.ts';
import { mappingOf, newReading, type Reading, within } from '../github-reading.ts';
import { stepsOf } from '../github-steps.ts';

export const githubAction: Surface = {
  id: 'github-action',
  title: 'GitHub action',
  comments: ['#'],
  matches: path =>
    /(?:^|\/)action\.ya?ml$/i.test(path) && !/(?:^|\/)\.github\/workflows\/[^/]+$/i.test(path),
  extract,
};

/** Other tools have files of this name too: one without `runs` says nothing, not even what is wrong. */
function extract({ path, text }: SourceFile): FileFacts {
  const none: FileFacts = { path, pipelines: [], declarations: [], problems: [] };
  const { documents, errors } = parseYaml(path, text);
  const [root] = documents;
  const runs = childOf(root, 'runs');
  if (root?.kind !== 'mapping' || !runs) return { ...none, problems: errors };
  const problems: Problem[] = [];
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  const reading = within(newReading(problems), (names, at) =>
    names.join('.') === 'github.action_path' ? literal(`/${folder}`, at) : undefined,
  );
  const composite = mappingOf(runs, '`runs`', reading);
  const isComposite = textOf(childOf(composite, 'using'))?.toLowerCase() === 'composite';
  const declarations = [isComposite ? routineOf(root, folder, reading) : programOf(root, folder)];
  // What stands beside broken lines may be read wrongly: of its structure nothing is said.
  return { ...none, declarations, problems: errors.length > 0 ? errors : problems };
}

/** A program or container of its own: it is here, and what it does is not read. */
const programOf = ({ at }: YamlMapping, folder: string): Routine => ({
  kind: 'routine',
  type: 'github-action',
  path: folder,
  leftTo: 'pipelines',
  parameters: [],
  bindings: [],
  body: [],
  at,
});

function routineOf(root: YamlMapping, folder: string, reading: Reading): Routine {
  const { at } = root;
  const steps = stepsOf(childOf(childOf(root, 'runs'), 'steps'), { shell: 'bash' }, reading);
  const outputs = declaredOutputs(childOf(root, 'outputs'), reading);
  const environment = [{ name: 'GITHUB_ACTION_PATH', value: literal(`/${folder}`, at), at }];
  return {
    kind: 'routine',
    type: 'github-action',
    path: folder,
    leftTo: 'pipelines',
    parameters: parametersOf(childOf(root, 'inputs'), reading),
    bindings: [],
    body: [
      {
        kind: 'scope',
        ends: 'process',
        environment,
        folder: literal('/.', at),
        outputs,
        body: steps,
        at,
      },
    ],
    at,
  };
}
