//! Users, what they are given, and Conditional Access: what a resource changes in the directory, as constructs.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { addressOf, argumentOf, type Block, blocksAt, objectOf, valuesAt } from '../hcl-block.ts';
import {
  POLICY,
  POLICY_ARGUMENTS,
  POLICY_GUESTS,
  ROLES,
  SECRETS,
  USERS,
  type UserRow,
} from './directory-data.ts';

export function directorySteps(resource: Block): readonly Step[] {
  const type = resource.labels[0] ?? '';
  const user = USERS.find(it => it.resource === type);
  if (user) return [userStep(user, resource)];
  if (type === POLICY) return [policyStep(resource)];
  const principal = ROLES.get(type);
  if (principal !== undefined) return givenSteps('azure-role', 'principal', principal, resource);
  return (SECRETS.get(type) ?? []).flatMap(path =>
    givenSteps('pipeline-secret', 'value', path, resource),
  );
}

function userStep({ name, isGuest }: UserRow, resource: Block): Step {
  const entries = [
    entry('name', argumentOf(resource, name)),
    entry('password', argumentOf(resource, 'password')),
    entry('guest', literal(String(isGuest), resource.at)),
  ];
  return construct('directory-user', entries.flat(), resource);
}

/** One for each value: a variable group has many. */
const givenSteps = (type: string, name: string, path: string, resource: Block): readonly Step[] =>
  valuesAt(resource, path).map(value =>
    construct(
      type,
      [...entry(name, value), ...entry('each', argumentOf(resource, 'for_each'))],
      resource,
    ),
  );

function policyStep(resource: Block): Step {
  const entries = [...POLICY_ARGUMENTS].flatMap(([name, path]) =>
    valuesAt(resource, path).flatMap(value => entry(name, value)),
  );
  const guests = blocksAt(resource, POLICY_GUESTS.split('.')).slice(0, 1);
  const excluded = guests.flatMap(({ at }) =>
    entry('conditions.users.excludeGuestsOrExternalUsers', literal('true', at)),
  );
  return construct('conditional-access-policy', [...entries, ...excluded], resource);
}

const entry = (name: string, value: Expression | undefined): readonly Entry[] =>
  value ? [{ name, value, at: value.at }] : [];

function construct(type: string, entries: readonly Entry[], resource: Block): Step {
  const { at } = resource;
  const address = entry('address', literal(addressOf(resource), at));
  return { kind: 'construct', type, args: objectOf([...entries, ...address], at), at };
}
