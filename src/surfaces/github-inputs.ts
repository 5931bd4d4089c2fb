//! The `inputs:` of an action or reusable workflow as parameters.

import type { Parameter } from '../domain/facts.ts';
import { literal } from '../domain/literal.ts';
import type { Contexts } from '../languages/github-expression/meaning.ts';
import {
  childOf,
  entriesOf,
  isEmpty,
  textOf,
  type YamlEntry,
  type YamlNode,
} from '../languages/yaml/tree.ts';
import { mappingOf, nodeValue, type Reading } from './github-reading.ts';

export const parametersOf = (node: YamlNode | undefined, reading: Reading): readonly Parameter[] =>
  entriesOf(mappingOf(node, '`inputs`', reading)).map(entry => parameterOf(entry, reading));

/** Names are not case-sensitive: lower case. One that must be given has no fallback. */
function parameterOf({ key, value }: YamlEntry, reading: Reading): Parameter {
  const at = key.region.at;
  const name = key.text.toLowerCase();
  const fallback = childOf(value, 'default');
  if (fallback && !isEmpty(fallback)) return { name, fallback: nodeValue(fallback, reading), at };
  if (textOf(childOf(value, 'required')) === 'true') return { name, at };
  return { name, fallback: literal(emptyOf(textOf(childOf(value, 'type'))), at), at };
}

/** `inputs.x` of those that are booleans; `github.event.inputs.x` is a text all the same. */
export const booleanInputs =
  (node: YamlNode | undefined): Contexts['isBoolean'] =>
  ([context, name = '', ...others]) =>
    context === 'inputs' &&
    others.length === 0 &&
    entriesOf(node).some(
      ({ key, value }) =>
        key.text.toLowerCase() === name.toLowerCase() &&
        textOf(childOf(value, 'type')) === 'boolean',
    );

/** What GitHub passes when the caller says nothing. */
function emptyOf(type: string | undefined): string {
  if (type === 'boolean') return 'false';
  return type === 'number' ? '0' : '';
}
