//! What starts a workflow, and what a person may give it by hand.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#on

import type { Expression } from '../../domain/expression.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { inputName } from '../../languages/github-expression/contexts.ts';
import type { ContextReader } from '../../languages/github-expression/meaning.ts';
import {
  childOf,
  entriesOf,
  isEmpty,
  itemsOf,
  textOf,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { nodeValue, type Reading } from '../github-reading.ts';

/** `on: push`, `on: [push]`, `on: { push: … }`. */
export function triggerNames(on: YamlNode | undefined): readonly string[] {
  switch (on?.kind) {
    case undefined:
      return [];
    case 'scalar':
      return [on.text];
    case 'sequence':
      return on.items.flatMap(item => textOf(item) ?? []);
    case 'mapping':
      return on.entries.map(entry => entry.key.text);
  }
}

/** Every value of `inputs.x` that can be told, and that somebody may give another; nothing where nobody is asked. */
export function dispatchContexts(on: YamlNode | undefined, reading: Reading): ContextReader {
  const inputs = entriesOf(childOf(childOf(on, 'workflow_dispatch'), 'inputs'));
  const isAlsoAlone = triggerNames(on).some(it => !WITH_INPUTS.has(it));
  return (path, at) => {
    const name = inputName(path);
    if (name === undefined) return undefined;
    const input = inputs.find(entry => entry.key.text.toLowerCase() === name)?.value;
    const options = inputValues(input, name, at, reading);
    const all = input && isAlsoAlone ? [...options, literal('', at)] : options;
    const [only, ...others] = all;
    return only && others.length === 0 ? only : { kind: 'choice', options: all, at };
  };
}

const WITH_INPUTS: ReadonlySet<string> = new Set(['workflow_call', 'workflow_dispatch']);

function inputValues(
  input: YamlNode | undefined,
  name: string,
  at: Span,
  reading: Reading,
): readonly Expression[] {
  const options = spelledValues(input, at, reading);
  const isClosed = CLOSED_TYPES.has(textOf(childOf(input, 'type')) ?? '') && options.length > 0;
  const held = unknownExpression({ kind: 'held-by-platform', name: `inputs.${name}` }, at);
  return isClosed ? options : [...options, held];
}

/** No other values can be given. */
const CLOSED_TYPES: ReadonlySet<string> = new Set(['choice', 'boolean']);

function spelledValues(
  input: YamlNode | undefined,
  at: Span,
  reading: Reading,
): readonly Expression[] {
  const type = textOf(childOf(input, 'type'));
  if (type === 'choice') {
    return itemsOf(childOf(input, 'options')).map(option => nodeValue(option, reading));
  }
  if (type === 'boolean') return [literal('true', at), literal('false', at)];
  const fallback = childOf(input, 'default');
  return fallback && !isEmpty(fallback) ? [nodeValue(fallback, reading)] : [];
}
