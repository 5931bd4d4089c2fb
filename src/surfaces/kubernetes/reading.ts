//! A file of manifests while it is read: its objects, and values as Kubernetes fills them in.
//! Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/

import type { Expression } from '../../domain/expression.ts';
import { literal, template, unknownExpression } from '../../domain/literal.ts';
import { type Hole, spanOf } from '../../domain/region.ts';
import { type Mark, withMarks } from '../../languages/yaml/templated.ts';
import {
  childOf,
  isEmpty,
  itemsOf,
  textOf,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';

export interface Reading {
  readonly path: string;
  readonly objects: readonly YamlNode[];
  /** Directives of Helm, Argo and their like. */
  readonly marks: readonly Mark[];
}

/** A list of objects is the objects. */
export const objectsIn = (documents: readonly YamlNode[]): readonly YamlNode[] =>
  documents.flatMap(it =>
    textOf(childOf(it, 'kind')) === 'List' ? itemsOf(childOf(it, 'items')) : [it],
  );

export const kindOf = (object: YamlNode): string => textOf(childOf(object, 'kind')) ?? '';

/** A directive instead of a name is as good as none. */
export function nameOf(object: YamlNode, key = 'metadata'): string {
  const metadata = key === 'metadata' ? childOf(object, 'metadata') : object;
  const name = textOf(childOf(metadata, 'name')) ?? textOf(childOf(metadata, 'generateName')) ?? '';
  return name.replace(/_{3,}/g, '').replace(/^[-.]+|[-.]+$/g, '');
}

/** What Tekton puts in; the rest of `$(…)` is the shell's. */
const TEKTON = /^(?:params|workspaces|context|results|inputs|outputs|steps|tasks|resources)[.[]/;

/** `$(NAME)` of a variable that the container has. */
export function valueOfScalar(
  scalar: YamlScalar,
  { marks }: Reading,
  variables: ReadonlySet<string>,
): Expression {
  if (isEmpty(scalar)) return literal('', scalar.at);
  const region = withMarks(scalar.region, marks);
  const holes: Hole[] = [];
  for (const match of region.text.matchAll(/\$\(([\w.[\]'"*-]+)\)/g)) {
    const name = match[1] ?? '';
    const isVariable = variables.has(name);
    if (!isVariable && !TEKTON.test(name)) continue;
    const end = match.index + match[0].length;
    const at = spanOf(region, match.index, end);
    const expression: Expression = isVariable
      ? { kind: 'reference', space: 'variable', name, at }
      : unknownExpression({ kind: 'held-by-platform', name }, at);
    holes.push({ start: match.index, end, expression });
  }
  const free = holes.filter(it => !region.holes.some(at => at.start < it.end && at.end > it.start));
  const all = [...region.holes, ...free].toSorted((a, b) => a.start - b.start);
  return template({ ...region, holes: all });
}
