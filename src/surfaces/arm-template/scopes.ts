//! Parameters and variables: of the template that the file is, and of templates nested in it with names of their own.

import type { Entry, Expression } from '../../domain/expression.ts';
import type { Parameter } from '../../domain/facts.ts';
import type { JsonMember, JsonNode } from '../../languages/json/tree.ts';
import { entriesOf, expressionOf } from './expressions.ts';
import {
  heldByPlatform,
  memberOf,
  type Name,
  type Reading,
  type Scope,
  spanOf,
  textAt,
} from './reading.ts';

const membersAt = (template: JsonNode, name: string): readonly JsonMember[] => {
  const node = memberOf(template, name);
  return node?.kind === 'object' ? node.members : [];
};

/** Names of a template that nothing surrounds. */
export const fileScope = (template: JsonNode): Scope => ({
  prefix: '',
  parameters: names(membersAt(template, 'parameters'), 'input', ''),
  variables: names(variablesIn(template), 'local', ''),
});

/** What a nested template is given is bound for it: it has no caller of its own. */
export const nestedScope = (template: JsonNode, prefix: string): Scope => ({
  prefix,
  parameters: names(membersAt(template, 'parameters'), 'local', `${prefix}/parameters/`),
  variables: names(variablesIn(template), 'local', `${prefix}/variables/`),
});

type Named = Pick<JsonMember, 'name'>;

function names(
  members: readonly Named[],
  space: Name['space'],
  prefix: string,
): ReadonlyMap<string, Name> {
  return new Map(
    members.map(({ name: { value } }) => [
      value.toLowerCase(),
      { space, name: `${prefix}${value}` },
    ]),
  );
}

/** With those that a loop makes: `copy: [{ name, count, input }]`. */
function variablesIn(template: JsonNode): readonly Named[] {
  return membersAt(template, 'variables').flatMap((member): readonly Named[] => {
    const { name, value } = member;
    if (name.value.toLowerCase() !== 'copy' || value.kind !== 'array') return [member];
    return value.items.flatMap(it => {
      const copied = memberOf(it, 'name');
      return copied?.kind === 'string' ? [{ name: copied }] : [];
    });
  });
}

export const parametersOf = (template: JsonNode, reading: Reading): readonly Parameter[] =>
  membersAt(template, 'parameters').map(member => {
    const { name, value } = member;
    const fallback = fallbackOf(member, value, reading);
    const at = spanOf(reading, name);
    return fallback ? { name: name.value, fallback, at } : { name: name.value, at };
  });

/** A secret without a default is given by whoever deploys, out of some store. */
function fallbackOf(
  { name }: JsonMember,
  declaration: JsonNode,
  reading: Reading,
): Expression | undefined {
  const fallback = memberOf(declaration, 'defaultValue');
  if (fallback) return expressionOf(fallback, reading);
  const isSecure = /^secure/i.test(textAt(memberOf(declaration, 'type')) ?? '');
  return isSecure ? heldByPlatform(name.value, spanOf(reading, name)) : undefined;
}

/** Binds what the template calls its variables. */
export function bindVariables(template: JsonNode, reading: Reading): void {
  for (const entry of entriesOf(membersAt(template, 'variables'), reading)) {
    bind(reading.scope.variables, entry, reading);
  }
}

/** Binds what a nested template is given, or falls back to. */
export function bindParameters(
  template: JsonNode,
  given: readonly Entry[],
  reading: Reading,
): void {
  for (const { name, fallback, at } of parametersOf(template, reading)) {
    const value = given.find(it => it.name.toLowerCase() === name.toLowerCase())?.value ?? fallback;
    if (value) bind(reading.scope.parameters, { name, value, at }, reading);
  }
}

function bind(all: ReadonlyMap<string, Name>, entry: Entry, reading: Reading): void {
  const name = all.get(entry.name.toLowerCase())?.name;
  if (name === undefined) return;
  reading.bindings.set(name, entry.value);
  reading.bound.push({ ...entry, name });
}
