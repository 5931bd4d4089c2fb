//! Containers of an object, wherever they stand in it: of pods, of Argo's templates, of Tekton's tasks.
//! Sources: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container,
//! https://argo-workflows.readthedocs.io/en/latest/fields/, https://tekton.dev/docs/pipelines/tasks/

import type { Expression } from '../../domain/expression.ts';
import { programOfPath } from '../../domain/program-name.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  scalarOf,
  textOf,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import { containerStep } from '../container.ts';
import { environmentOf } from './environment.ts';
import { nameOf, type Reading, valueOfScalar } from './reading.ts';
import { mountedFiles } from './volumes.ts';

export interface Found {
  readonly name: string;
  readonly node: YamlNode;
  /** Of the pod. */
  readonly volumes: YamlNode | undefined;
}

const LISTS: ReadonlySet<string> = new Set(['containers', 'initContainers', 'steps', 'sidecars']);
const SINGLE: ReadonlySet<string> = new Set(['container', 'script']);

/** No object nests deeper. */
const DEPTH_MAX = 60;

/** `template`: the name of the nearest thing that has one. */
export function containersIn(node: YamlNode, template = '', depth = 0): readonly Found[] {
  if (node.kind === 'scalar' || depth > DEPTH_MAX) return [];
  if (node.kind === 'sequence') {
    return node.items.flatMap(it => containersIn(it, nameOf(it, 'own') || template, depth + 1));
  }
  const volumes = childOf(node, 'volumes');
  return entriesOf(node).flatMap(({ key: { text }, value }) => {
    if (LISTS.has(text) && value.kind === 'sequence' && value.items.some(isContainer)) {
      return value.items.filter(isContainer).map((it, index) => ({
        name: [template, nameOf(it, 'own') || String(index + 1)].filter(at => at !== '').join('/'),
        node: it,
        volumes,
      }));
    }
    if (SINGLE.has(text) && isContainer(value)) {
      return [{ name: template === '' ? text : template, node: value, volumes }];
    }
    return containersIn(value, template, depth + 1);
  });
}

const isContainer = (node: YamlNode): boolean =>
  ['image', 'command', 'args', 'source', 'env', 'envFrom'].some(
    it => childOf(node, it) !== undefined,
  ) || scalarOf(childOf(node, 'script')) !== undefined;

export function containerSteps({ node, volumes }: Found, reading: Reading): readonly Step[] {
  const environment = environmentOf(node, reading);
  const variables = new Set(environment.map(it => it.name));
  const wordsOf = (key: string): readonly Expression[] =>
    itemsOf(childOf(node, key)).flatMap(it =>
      it.kind === 'scalar' ? [valueOfScalar(it, reading, variables)] : [],
    );
  const text = scalarOf(childOf(node, 'script')) ?? scalarOf(childOf(node, 'source'));
  const script = text && scriptStep(text, node, reading, variables);
  const step = containerStep({
    image: textOf(childOf(node, 'image')) ?? '',
    entrypoint: wordsOf('command'),
    command: wordsOf('args'),
    ...(script ? { script } : {}),
    environment,
    files: mountedFiles(node, volumes, reading),
    at: node.at,
  });
  const isIdle = step.kind === 'scope' && step.body.length === 0;
  return isIdle ? [] : [step];
}

function scriptStep(
  text: YamlScalar,
  node: YamlNode,
  reading: Reading,
  variables: ReadonlySet<string>,
): Step {
  const source = valueOfScalar(text, reading, variables);
  const [program] = itemsOf(childOf(node, 'command'));
  const named = programOfPath(textOf(program) ?? '');
  return { kind: 'script', language: languageOf(text.text, named), source, at: source.at };
}

/** By its first line, or by the program that is given it. */
export function languageOf(text: string, program: string): string {
  const line = /^\s*#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*)?(?:\S*\/)?([a-z]+)/.exec(text)?.[1];
  const name = (line ?? program).replace(/[\d.]+$/, '');
  if (name === '' || /^(?:ba|da|k|z|a)?sh$/.test(name)) return 'bash';
  return name === 'pwsh' ? 'powershell' : name;
}
