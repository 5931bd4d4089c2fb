//! Templates in JSON, where `{{user `x`}}` is a variable of the template and `{{env `X`}}` one of the process.
//! Source: https://developer.hashicorp.com/packer/docs/templates/legacy_json_templates

import type { Expression } from '../../domain/expression.ts';
import type { Parameter } from '../../domain/facts.ts';
import { template, unknownExpression } from '../../domain/literal.ts';
import type { Hole, Region } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import { regionOf } from '../../languages/json/region.ts';
import { type JsonNode, valueNamed } from '../../languages/json/tree.ts';
import type { Block } from '../hcl-block.ts';
import { type JsonMeaning, jsonEntries, jsonValue } from '../json-value.ts';
import type { Template } from './template.ts';

export function jsonTemplate(path: string, root: JsonNode): Template {
  const listed = (name: string, type: string): readonly Block[] =>
    itemsOf(valueNamed(root, name)).flatMap(it => blockOf(path, it, type));
  return {
    parameters: parametersOf(path, valueNamed(root, 'variables')),
    bindings: [],
    sources: listed('builders', 'source'),
    provisioners: listed('provisioners', 'provisioner'),
    postProcessors: listed('post-processors', 'post-processor'),
  };
}

/** A chain of post-processors is a list in the list. */
const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.items.flatMap(it => (it.kind === 'array' ? it.items : [it])) : [];

/** Without a default it has to be given. */
const parametersOf = (path: string, node: JsonNode | undefined): readonly Parameter[] =>
  node?.kind === 'object'
    ? node.members.map(({ name, value, start, end }) => ({
        name: name.value,
        at: { path, start, end },
        ...(value.kind === 'null' ? {} : { fallback: jsonValue(value, meaningIn(path)) }),
      }))
    : [];

function blockOf(path: string, node: JsonNode, type: string): readonly Block[] {
  const kind = valueNamed(node, 'type');
  if (node.kind !== 'object' || kind?.kind !== 'string') return [];
  return [
    {
      type,
      labels: [kind.value],
      at: { path, start: kind.start, end: kind.end },
      arguments: () => jsonEntries(node.members, meaningIn(path)),
      blocks: () => [],
    },
  ];
}

const meaningIn = (path: string): JsonMeaning => ({
  spanOf: ({ start, end }) => ({ path, start, end }),
  textOf: it => template(withHoles(regionOf(path, it))),
});

const HOLE = /\{\{\s*(?:(user|env)\s*[`"]([^`"]+)[`"]\s*)?[^{}]*\}\}/g;

function withHoles(region: Region): Region {
  const holes = [...region.text.matchAll(HOLE)].map((match): Hole => {
    const [said, space, name = ''] = match;
    const end = match.index + said.length;
    return { start: match.index, end, expression: holeOf(said, space, name, region.at) };
  });
  return { ...region, holes };
}

/** Others are what Packer knows while it builds: `{{timestamp}}`, `{{.Vars}}`. */
function holeOf(said: string, space: string | undefined, name: string, at: Span): Expression {
  if (space === undefined) return unknownExpression({ kind: 'not-evaluated', text: said }, at);
  return { kind: 'reference', space: space === 'user' ? 'input' : 'variable', name, at };
}
