//! The `outputs:` of a job or composite action: written the way a step writes its own.

import type { Entry } from '../domain/expression.ts';
import { literal } from '../domain/literal.ts';
import type { Step } from '../domain/step.ts';
import { childOf, entriesOf, type YamlNode } from '../languages/yaml/tree.ts';
import { mappingOf, nodeValue, type Reading } from './github-reading.ts';

/** Under the id of the scope that is running. */
export const outputSteps = (outputs: readonly Entry[]): readonly Step[] =>
  outputs.map(({ name, value, at }) => ({
    kind: 'write',
    target: { kind: 'reference', space: 'variable', name: 'GITHUB_OUTPUT', at },
    content: { kind: 'join', parts: [literal(`${name}=`, at), value], at },
    appends: true,
    at,
  }));

/** `outputs: { name: { value: … } }`, as actions and reusable workflows spell them. */
export const declaredOutputs = (node: YamlNode | undefined, reading: Reading): readonly Entry[] =>
  entriesOf(mappingOf(node, '`outputs`', reading)).flatMap(({ key, value, at }) => {
    const given = childOf(value, 'value');
    return given ? [{ name: key.text, value: nodeValue(given, reading), at }] : [];
  });
