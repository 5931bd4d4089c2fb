//! The Azure providers that a file of Pulumi configures or uses.
//! Source: https://www.pulumi.com/docs/iac/concepts/config/

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, text, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  entriesOf,
  scalarOf,
  type YamlEntry,
  type YamlNode,
} from '../../languages/yaml/tree.ts';

const KEY = /^(azure-native|azure|azuread):(?:config:)?(\w+)$/;

/** `config` of a project or stack, a provider for each package that it names. */
export function configuredProviders(config: YamlNode | undefined): readonly Step[] {
  const byPackage = new Map<string, YamlEntry[]>();
  for (const entry of entriesOf(config)) {
    const name = KEY.exec(entry.key.text)?.[1];
    if (name === undefined) continue;
    const before = byPackage.get(name);
    if (before) before.push(entry);
    else byPackage.set(name, [entry]);
  }
  return [...byPackage].flatMap(([name, entries]): readonly Step[] => {
    const [first] = entries;
    const args = entries.map(({ key, value, at }) => ({
      name: KEY.exec(key.text)?.[2] ?? '',
      value: configured(value),
      at,
    }));
    return first ? [provider(name, args, first.key.at)] : [];
  });
}

/** Counts when nothing configures the package. */
export const usedProvider = (name: string, at: Span): Step =>
  declaration('pulumi-implied-provider', name, [], at);

export const provider = (name: string, args: readonly Entry[], at: Span): Step =>
  declaration('pulumi-provider', name, args, at);

function declaration(type: string, name: string, args: readonly Entry[], at: Span): Step {
  const entries = [...args, { name: 'provider', value: literal(name, at), at }];
  return { kind: 'construct', type, args: { kind: 'object', entries, at }, at };
}

/** A value, `{ value: … }` of a project, or `{ secure: … }`, to which Pulumi has the key. */
export function configured(node: YamlNode): Expression {
  const scalar =
    scalarOf(node) ?? scalarOf(childOf(node, 'value')) ?? scalarOf(childOf(node, 'default'));
  if (scalar) return text(scalar.region);
  const isSecret = childOf(node, 'secure') !== undefined;
  const name = 'Pulumi secret';
  return unknownExpression(
    isSecret ? { kind: 'held-by-platform', name } : { kind: 'not-evaluated', text: 'an object' },
    node.at,
  );
}
