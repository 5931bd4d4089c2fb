//! The resources of a template, as steps: what they run and hold, and the templates that they deploy in turn.

import { follow } from '../../domain/arm-body.ts';
import type { Condition } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import { placeOf } from '../../domain/source-file.ts';
import type { Step } from '../../domain/step.ts';
import type { JsonMember, JsonNode } from '../../languages/json/tree.ts';
import { OPEN, textsOf } from '../answers.ts';
import { bothOf, resourceSteps } from '../arm-steps.ts';
import { deploymentSteps } from './deployments.ts';
import { entriesOf, expressionOf } from './expressions.ts';
import { memberOf, type Reading, spanOf } from './reading.ts';

/** The resource or template that others stand in. */
export interface Around {
  readonly type: string;
  readonly name: string;
  /** What has to hold for it to be deployed. */
  readonly when: Condition | undefined;
}

export const TOP: Around = { type: '', name: '', when: undefined };

/** A list, or since language version 2.0 an object of symbolic names. */
export function stepsOfResources(
  resources: JsonNode | undefined,
  around: Around,
  reading: Reading,
): readonly Step[] {
  if (resources?.kind === 'array') {
    return resources.items.flatMap(it => stepsOf(it, undefined, around, reading));
  }
  if (resources?.kind !== 'object') return [];
  return resources.members.flatMap(({ name, value }) =>
    stepsOf(value, name.value, around, reading),
  );
}

function stepsOf(
  resource: JsonNode,
  symbol: string | undefined,
  around: Around,
  reading: Reading,
): readonly Step[] {
  const typeNode = memberOf(resource, 'type');
  if (resource.kind !== 'object' || !typeNode || isLeftOut(resource)) return [];
  const stated = literalOf(follow(expressionOf(typeNode, reading), reading.bindings));
  if (stated === undefined) return [];
  const inside: Around = {
    type: wholeType(stated, around),
    name: nameOf(resource, symbol, stated, around, reading),
    when: bothOf(around.when, existenceOf(resource, reading)),
  };
  if (/^microsoft\.resources\/deployments$/i.test(inside.type)) {
    return deploymentSteps(resource, inside, reading);
  }
  const at = spanOf(reading, headOf(resource));
  const body: Expression = {
    kind: 'object',
    entries: entriesOf(
      resource.members.filter(it => it.name.value.toLowerCase() !== 'resources'),
      reading,
    ),
    at: spanOf(reading, resource),
  };
  const { type, name } = inside;
  const own = { type, body, at, bindings: reading.bindings };
  return [
    ...resourceSteps(name, own, inside.when),
    ...stepsOfResources(memberOf(resource, 'resources'), inside, reading),
  ];
}

/** Only looked up, or switched off. */
function isLeftOut(resource: JsonNode): boolean {
  const existing = memberOf(resource, 'existing');
  const condition = memberOf(resource, 'condition');
  return (
    (existing?.kind === 'boolean' && existing.value) ||
    (condition?.kind === 'boolean' && !condition.value)
  );
}

/** A condition, and that a loop runs at all. */
function existenceOf(resource: JsonNode, reading: Reading): Condition | undefined {
  const condition = memberOf(resource, 'condition');
  const copy = memberOf(resource, 'copy');
  const count = memberOf(copy, 'count');
  const isSure = copy === undefined || (count?.kind === 'number' && count.value > 0);
  return bothOf(
    condition && condition.kind !== 'boolean'
      ? textsOf(expressionOf(condition, reading), 'true', true)
      : undefined,
    isSure ? undefined : count ? textsOf(expressionOf(count, reading), '0', false) : OPEN,
  );
}

/** Of a nested resource only the rest of the type stands there, mostly. */
const wholeType = (type: string, around: Around): string =>
  around.type === '' || type.includes('.') ? type : `${around.type}/${type}`;

/** Unique in the file: by what it is called there, and where it stands. */
function nameOf(
  resource: JsonNode,
  symbol: string | undefined,
  type: string,
  around: Around,
  reading: Reading,
): string {
  const named = memberOf(resource, 'name');
  const stated = named && literalOf(expressionOf(named, reading));
  const own =
    symbol ??
    stated ??
    `${type.split('/').at(-1)}@${placeOf(reading.file, spanOf(reading, resource)).line}`;
  return around.name === '' ? own : `${around.name}::${own}`;
}

/** `"type": "Microsoft.Web/sites"` */
export function headOf(resource: JsonNode): JsonMember | JsonNode {
  const members = resource.kind === 'object' ? resource.members : [];
  return members.find(it => it.name.value.toLowerCase() === 'type') ?? resource;
}
