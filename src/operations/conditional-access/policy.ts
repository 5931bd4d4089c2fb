//! What a Conditional Access policy says, by the names that Microsoft Graph has for it.
//! Source: https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy

import type { Exclusion, MfaPolicy } from '../../domain/directory.ts';
import type { Span } from '../../domain/span.ts';

/** By names in lower case, items of lists by their numbers: `conditions.users.excludegroups.0`. Unknown values are `undefined`. */
export type Fields = ReadonlyMap<string, string | undefined>;

const CONTROLS = 'grantcontrols.builtincontrols';
const STRENGTH = 'grantcontrols.authenticationstrength';

const EXCLUSIONS: readonly (readonly [string, Exclusion])[] = [
  ['conditions.users.excludeusers', 'users'],
  ['conditions.users.excludegroups', 'groups'],
  ['conditions.users.excluderoles', 'roles'],
  ['conditions.users.excludeguestsorexternalusers', 'guests'],
];

/** `undefined` for one that is not seen to ask for multi-factor authentication. */
export function policyOf(fields: Fields, title: string, at: Span): MfaPolicy | undefined {
  if (!asksForMfa(fields)) return undefined;
  const leavesOut = EXCLUSIONS.filter(([name]) => isGiven(fields, name)).map(([, it]) => it);
  const isOff = fields.get('state')?.toLowerCase() === 'disabled';
  return { kind: 'mfa-policy', at, title, leavesOut, isOff };
}

const asksForMfa = (fields: Fields): boolean =>
  below(fields, CONTROLS).some(([, it]) => it?.toLowerCase() === 'mfa') ||
  below(fields, STRENGTH).some(([, it]) => it !== '');

/** A whole list that is not known may be empty. */
const isGiven = (fields: Fields, name: string): boolean =>
  below(fields, name).some(([key, it]) =>
    key === name ? it !== undefined && it !== '' : it !== '',
  );

const below = (fields: Fields, name: string): readonly (readonly [string, string | undefined])[] =>
  [...fields].filter(([key]) => key === name || key.startsWith(`${name}.`));
