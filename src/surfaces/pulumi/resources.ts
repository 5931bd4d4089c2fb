//! Resources of a program written in YAML: the packages they are of, providers, and commands that run here.
//! Source: https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/

import type { Entry, Expression } from '../../domain/expression.ts';
import { template, unknownExpression } from '../../domain/literal.ts';
import { type Hole, spanOf } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  entriesOf,
  scalarOf,
  textOf,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import { configured, provider, usedProvider } from './providers.ts';

export const resourceSteps = (root: YamlNode): readonly Step[] =>
  entriesOf(childOf(root, 'resources')).flatMap(stepsOf);

function stepsOf({ value }: YamlEntry): readonly Step[] {
  const type = scalarOf(childOf(value, 'type'));
  if (!type) return [];
  const properties = childOf(value, 'properties');
  if (/^command:local:(?:index:)?Command$/.test(type.text)) return commandSteps(properties);
  const explicit = /^pulumi:providers:([\w-]+)$/.exec(type.text)?.[1];
  if (explicit !== undefined) {
    const args = entriesOf(properties).map(it => ({
      name: it.key.text,
      value: it.value.kind === 'scalar' ? interpolated(it.value) : configured(it.value),
      at: it.at,
    }));
    return [provider(explicit, args, type.at)];
  }
  const name = /^(azure-native|azure|azuread):/.exec(type.text)?.[1];
  const isOwn = childOf(childOf(value, 'options'), 'provider') !== undefined;
  return name === undefined || isOwn ? [] : [usedProvider(name, type.at)];
}

/** `create` and `update` run when the stack is brought up, `delete` when the resource goes. */
function commandSteps(properties: YamlNode | undefined): readonly Step[] {
  const script = (name: string): readonly Step[] => {
    const source = scalarOf(childOf(properties, name));
    if (!source) return [];
    const { at } = source.region;
    return [{ kind: 'script', language: 'bash', source: interpolated(source), at }];
  };
  const removed = script('delete');
  const body = [...script('create'), ...script('update'), ...perhaps(removed)];
  const [first] = body;
  if (!first) return [];
  const environment = entriesOf(childOf(properties, 'environment')).flatMap(entryOf);
  const folder = textOf(childOf(properties, 'dir'));
  const home: Expression = { kind: 'call', name: 'module-folder', args: [], at: first.at };
  const below = folder === undefined ? home : joined(home, folder);
  return [{ kind: 'scope', ends: 'process', environment, folder: below, body, at: first.at }];
}

const entryOf = ({ key, value, at }: YamlEntry): readonly Entry[] =>
  value.kind === 'scalar' ? [{ name: key.text, value: interpolated(value), at }] : [];

function perhaps(arm: readonly Step[]): readonly Step[] {
  const [first] = arm;
  return first ? [{ kind: 'branch', arms: [arm], isExhaustive: false, at: first.at }] : [];
}

const joined = (home: Expression, folder: string): Expression => {
  const region = { at: home.at, text: `/${folder}`, segments: [], holes: [] };
  return { kind: 'join', parts: [home, { kind: 'text', region, at: home.at }], at: home.at };
};

/** `${resource.property}`: known only when the resource is there. */
function interpolated({ region }: YamlScalar): Expression {
  const holes = [...region.text.matchAll(/\$\{([^}]*)\}/g)].map((match): Hole => {
    const end = match.index + match[0].length;
    const why = { kind: 'not-evaluated' as const, text: (match[1] ?? '').slice(0, 60) };
    const expression = unknownExpression(why, spanOf(region, match.index, end));
    return { start: match.index, end, expression };
  });
  return template({ ...region, holes });
}
