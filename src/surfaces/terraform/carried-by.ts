//! The rows of the resource table, read from a resource's block.

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import { argumentOf, type Block, blocksAt, objectOf, valuesAt } from '../hcl-block.ts';
import type { Carried, Group } from './carrier.ts';
import { memberValues } from './json-value.ts';
import { type Holding, type LanguageNames, RESOURCES, type ResourceRow } from './resource-data.ts';

const ROWS: ReadonlyMap<string, readonly ResourceRow[]> = new Map(
  RESOURCES.map(({ resource }) => [resource, RESOURCES.filter(it => it.resource === resource)]),
);

/** Of a `resource` or `data` block; nothing for a type without a row. */
export const groupsOf = (resource: Block): readonly Group[] =>
  (ROWS.get(resource.labels[0] ?? '') ?? []).flatMap(row => {
    const path = row.block === undefined ? [] : row.block.split('.');
    return blocksAt(resource, path).map(block => groupOf(row, block, resource));
  });

function groupOf(row: ResourceRow, block: Block, resource: Block): Group {
  const carried = row.holds.flatMap(holding => carriedBy(holding, block));
  const { deploymentScript } = row;
  // The head of a `container` block says nothing of which resource it is.
  const at = resource.at;
  if (deploymentScript === undefined) return { carried, at };
  const identity = resource
    .blocks('identity')
    .map((it): Carried => ({ role: 'identity', value: objectOf(it.arguments(), it.at) }));
  const kind = literal(deploymentScript, at);
  return { carried: [...carried, ...identity], deploymentScript: kind, at };
}

function carriedBy(holding: Holding, block: Block): readonly Carried[] {
  switch (holding.kind) {
    case 'argument': {
      const { role, languageBy } = holding;
      const language = languageBy
        ? languageNamed(argumentOf(block, languageBy.argument), languageBy.languages)
        : holding.language;
      const named = language === undefined ? {} : { language };
      return valuesAt(block, holding.path).map(value => ({ role, value, ...named }));
    }
    case 'named-blocks': {
      const items = block.blocks(holding.type).map(it => objectOf(it.arguments(), it.at));
      return items.length === 0 ? [] : [{ role: 'settings', value: listOf(items, block) }];
    }
    case 'json':
      return holding.members.flatMap(({ name, ...member }) =>
        valuesAt(block, holding.path)
          .flatMap(it => memberValues(it, name))
          .map(value => ({ ...member, value })),
      );
  }
}

const listOf = (items: readonly Expression[], block: Block): Expression => ({
  kind: 'list',
  items,
  at: block.at,
});

/** The first row that the value begins with; when the value is not spelled out, the last row. */
function languageNamed(value: Expression | undefined, names: LanguageNames): string | undefined {
  const text = value && literalOf(value);
  return text === undefined
    ? names.at(-1)?.[1]
    : names.find(([prefix]) => text.startsWith(prefix))?.[1];
}
