//! The `outputs:` of an action or reusable workflow.

import type { Entry } from '../domain/expression.ts';
import { childOf, entriesOf, type YamlNode } from '../languages/yaml/tree.ts';
import { mappingOf, nodeValue, type Reading } from './github-reading.ts';

/** `outputs: { name: { value: … } }`. */
export const declaredOutputs = (node: YamlNode | undefined, reading: Reading): readonly Entry[] =>
  entriesOf(mappingOf(node, '`outputs`', reading)).flatMap(({ key, value, at }) => {
    const given = childOf(value, 'value');
    return given ? [{ name: key.text, value: nodeValue(given, reading), at }] : [];
  });
