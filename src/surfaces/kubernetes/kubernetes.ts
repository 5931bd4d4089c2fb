//! Kubernetes manifests, plain or as Helm templates, and the values of charts.
//! Source: https://kubernetes.io/docs/concepts/workloads/

import type { FileFacts, Pipeline } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Step } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { withoutTemplates } from '../../languages/yaml/templated.ts';
import { childOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { containerSteps, containersIn, languageOf } from './containers.ts';
import { settingsIn } from './environment.ts';
import { kindOf, nameOf, objectsIn, type Reading, valueOfScalar } from './reading.ts';
import { scriptsOf } from './volumes.ts';

export const kubernetes: Surface = {
  id: 'kubernetes',
  title: 'Kubernetes manifest',
  comments: ['#'],
  matches: path => /\.(?:ya?ml|tpl)$/i.test(path),
  recognises: text => isManifest(text) || isValues(text),
  extract,
};

const isManifest = (text: string): boolean =>
  /^apiVersion[ \t]*:[ \t]*\S/m.test(text) && /^kind[ \t]*:[ \t]*\S/m.test(text);

/** Of all values of charts only these can sign anybody in. */
const isValues = (text: string): boolean =>
  /^[ \t]*(?:-[ \t]*)?(?:name:[ \t]*)?["']?AZURE_CLIENT_ID\b/m.test(text) &&
  /^[ \t]*(?:-[ \t]*)?(?:name:[ \t]*)?["']?AZURE_(?:USERNAME|CLIENT_SECRET|CLIENT_CERTIFICATE_PATH)\b/m.test(
    text,
  );

function extract({ path, text: source }: SourceFile): FileFacts {
  const { text, marks } = withoutTemplates(source);
  const { documents, errors } = parseYaml(path, text);
  const reading: Reading = { path, objects: objectsIn(documents), marks };
  const all = isManifest(source)
    ? reading.objects.flatMap(it => objectPipelines(it, reading))
    : documents.flatMap(it => valuesPipeline('values', it, reading));
  // What is left of a template without its directives need not be YAML.
  const problems = text === source ? errors : [];
  return { path, pipelines: distinct(all), declarations: [], problems };
}

function objectPipelines(object: YamlNode, reading: Reading): readonly Pipeline[] {
  const kind = kindOf(object);
  // A schema, not an object.
  if (kind === 'CustomResourceDefinition') return [];
  if (kind === 'ConfigMap') return scriptPipelines(object, reading);
  const id = [kind, nameOf(object)].filter(it => it !== '').join('/');
  const values = childOf(childOf(object, 'spec'), 'values');
  const containers = containersIn(object).flatMap(found => {
    const title = `container \`${found.name}\` of \`${id}\``;
    const body = containerSteps(found, reading);
    return pipelineOf(`${id}/${found.name}`, title, body, found.node, reachOf(object));
  });
  return [...containers, ...(values ? valuesPipeline(id, values, reading) : [])];
}

/** Workflows of Argo and tasks of Tekton are pipelines; all else runs in the cluster. */
const reachOf = (object: YamlNode): Pipeline['reach'] =>
  /^(?:argoproj\.io|tekton\.dev)\//.test(textOf(childOf(object, 'apiVersion')) ?? '')
    ? 'pipeline'
    : 'automation';

/** Where nothing in the file mounts them: whoever does is a workload too. */
function scriptPipelines(map: YamlNode, reading: Reading): readonly Pipeline[] {
  const name = nameOf(map);
  const isMounted = reading.objects.some(
    it => kindOf(it) !== 'ConfigMap' && mentions(it, name) && containersIn(it).length > 0,
  );
  if (isMounted) return [];
  return scriptsOf(map).flatMap(({ key, value }) => {
    if (value.kind !== 'scalar') return [];
    const language = /\.ps1$/i.test(key.text) ? 'powershell' : languageOf(value.text, '');
    const source = valueOfScalar(value, reading, new Set());
    const step: Step = { kind: 'script', language, source, at: source.at };
    const title = `\`${key.text}\` of \`ConfigMap/${name}\``;
    return pipelineOf(`ConfigMap/${name}/${key.text}`, title, [step], key, 'automation');
  });
}

/** Whether the name stands anywhere in it as a value. */
function mentions(node: YamlNode, name: string): boolean {
  switch (node.kind) {
    case 'scalar':
      return node.text === name;
    case 'sequence':
      return node.items.some(it => mentions(it, name));
    case 'mapping':
      return node.entries.some(it => mentions(it.value, name));
  }
}

const valuesPipeline = (id: string, node: YamlNode, reading: Reading): readonly Pipeline[] =>
  pipelineOf(id, `the values of \`${id}\``, settingsIn(node, reading), node, 'automation');

function pipelineOf(
  id: string,
  title: string,
  body: readonly Step[],
  { at }: YamlNode,
  reach: Pipeline['reach'],
): readonly Pipeline[] {
  return body.length === 0 ? [] : [{ id, title, reach, body, at: { ...at, end: at.start } }];
}

/** Objects of one name may stand in a file for several namespaces. */
function distinct(pipelines: readonly Pipeline[]): readonly Pipeline[] {
  const seen = new Map<string, number>();
  return pipelines.map(it => {
    const count = (seen.get(it.id) ?? 0) + 1;
    seen.set(it.id, count);
    return count === 1 ? it : { ...it, id: `${it.id}/${count}` };
  });
}
