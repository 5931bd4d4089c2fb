//! Resources of the provider azapi, whose `body` is what Azure Resource Manager gets: read with its catalogue.

import { type ArmProperty, armPropertiesOf } from '../../domain/arm-catalogue.ts';
import { languageFrom } from '../../domain/arm-language.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import { argumentOf, type Block, objectOf } from '../hcl-block.ts';
import type { Carried, Group, Role } from './carrier.ts';
import { jsonTextValue, wholeHole } from './json-text.ts';

const RESOURCES: ReadonlySet<string> = new Set([
  'azapi_resource',
  'azapi_update_resource',
  'azapi_resource_action',
  'azapi_data_plane_resource',
]);

const DEPLOYMENT_SCRIPTS = 'microsoft.resources/deploymentscripts';

/** What stands at a path, and which items of lists lie on the way there. */
interface Found {
  readonly value: Expression;
  readonly items: string;
}

export function azapiGroups(resource: Block): readonly Group[] {
  const type = argumentOf(resource, 'type');
  if (!RESOURCES.has(resource.labels[0] ?? '') || type?.kind !== 'text') return [];
  const root = rootOf(resource);
  const groups = new Map<string, Carried[]>();
  for (const { property, value, items, languageFrom } of foundIn(root, type.region.text)) {
    const carried = carriedAs(property, value, languageFrom);
    if (carried) groups.set(items, [...(groups.get(items) ?? []), carried]);
  }
  const isDeploymentScript = type.region.text.toLowerCase().startsWith(`${DEPLOYMENT_SCRIPTS}@`);
  const kind = valuesAtPath(root, 'kind')[0]?.value ?? literal('', resource.at);
  return [...groups.values()].map(carried => ({
    carried,
    at: resource.at,
    ...(isDeploymentScript ? { deploymentScript: kind } : {}),
  }));
}

/** The body, with what azapi takes as arguments of its own. */
function rootOf(resource: Block): Expression {
  const body = spelledOut(argumentOf(resource, 'body'));
  const entries: readonly Entry[] = body?.kind === 'object' ? body.entries : [];
  const name = resource.arguments().filter(it => it.name === 'name');
  const identity = resource.blocks('identity').map(it => ({
    name: 'identity',
    value: objectOf(it.arguments(), it.at),
    at: it.at,
  }));
  return objectOf([...entries, ...name, ...identity], resource.at);
}

/** An object, `jsonencode({ … })`, or until azapi 2 the JSON as a text. */
function spelledOut(body: Expression | undefined): Expression | undefined {
  if (body?.kind === 'call' && body.name === 'encode-json') return body.args[0];
  if (body?.kind !== 'text') return body;
  const whole = wholeHole(body.region);
  return whole ? spelledOut(whole) : jsonTextValue(body.region);
}

interface FoundProperty extends Found {
  readonly property: ArmProperty;
  readonly languageFrom?: Expression;
}

/** A row holds where the property it goes by says so; where that is no literal, the first row of a path may. */
function foundIn(root: Expression, type: string): readonly FoundProperty[] {
  const rows = armPropertiesOf(type);
  return rows.flatMap(property => {
    const { when, path } = property;
    const all = valuesAtPath(root, path).map(it => ({ ...it, property }));
    if (!when) return all;
    const alike = rows.filter(it => it.path === path);
    return all.flatMap((it): readonly FoundProperty[] => {
      const stated = valuesAtPath(root, when.path).find(other => it.items.startsWith(other.items));
      if (!stated) return [];
      const text = literalOf(stated.value)?.toLowerCase();
      if (text !== undefined) return text === when.value.toLowerCase() ? [it] : [];
      if (property !== alike[0]) return [];
      if (property.role === 'script') {
        return [{ ...it, languageFrom: languageFrom(alike, stated.value) }];
      }
      // All that `properties` holds are settings in one kind of resource alone.
      return property.role === 'settings' && path !== 'properties' ? [it] : [];
    });
  });
}

/** `properties.containers[].properties.command`; an item's number is part of what tells it from others. */
function valuesAtPath(root: Expression, path: string): readonly Found[] {
  let values: readonly Found[] = [{ value: root, items: '' }];
  for (const step of path.split('.')) {
    const isList = step.endsWith('[]');
    const name = (isList ? step.slice(0, -2) : step).toLowerCase();
    values = values.flatMap(({ value, items }) =>
      membersNamed(value, name).flatMap(member =>
        isList ? itemsOf(member, `${items}${name}`) : [{ value: member, items }],
      ),
    );
  }
  return values;
}

const membersNamed = (value: Expression, name: string): readonly Expression[] =>
  value.kind === 'object'
    ? value.entries.filter(it => it.name.toLowerCase() === name).map(it => it.value)
    : [];

const itemsOf = (list: Expression, prefix: string): readonly Found[] =>
  list.kind === 'list'
    ? list.items.map((value, index) => ({ value, items: `${prefix}[${index}]` }))
    : [];

function carriedAs(
  property: ArmProperty,
  value: Expression,
  from: Expression | undefined,
): Carried | undefined {
  const role = roleOf(property);
  if (!role) return undefined;
  if (from) return { role, value, languageFrom: from };
  const { language } = property;
  return language === undefined ? { role, value } : { role, value, language };
}

function roleOf({ role, encoding }: ArmProperty): Role | undefined {
  switch (role) {
    case 'script':
      return encoding === 'base64' ? 'base64-script' : 'script';
    case 'user-name':
      return 'username';
    case 'script-arguments':
    case 'command-line':
    case 'command':
    case 'arguments':
    case 'settings':
    case 'password':
    case 'identity':
      return role;
    case 'script-uri':
    case 'secrets':
      return undefined;
  }
}
