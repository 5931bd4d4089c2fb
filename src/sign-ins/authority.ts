//! The authority that gives a token, `https://login.microsoftonline.com/contoso.com`: its cloud and its tenant.
//! Source: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud

import type { Cloud } from '../domain/operation.ts';
import { ABSENT, known, type Value } from '../domain/value.ts';

/** What addresses of authorities, and names of constants that hold them, have in them. */
const CLOUDS: readonly (readonly [pattern: RegExp, cloud: Cloud])[] = [
  [/microsoftonline\.us\b|us[_-]?gov|azure[_-]?government/i, 'us-government'],
  [/chinacloudapi\.cn\b|partner\.microsoftonline\.cn\b|azure[_-]?china/i, 'china'],
  [/microsoftonline\.de\b|azure[_-]?german/i, 'germany'],
];

/** The public cloud unless another is named: hardly anybody writes down the public one. */
export const cloudOfAuthority = (text: string): Cloud =>
  CLOUDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'public';

const TENANT = /^https:\/\/[^/]+\/([^/?#]+)/i;

/** Names that stand for any tenant. */
const ANY: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

export function tenantOfAuthority(authority: Value<string>): Value<string> {
  if (authority.kind !== 'known') return ABSENT;
  const tenant = TENANT.exec(authority.value)?.[1];
  return tenant === undefined || ANY.has(tenant.toLowerCase())
    ? ABSENT
    : known(tenant, authority.at, authority.via);
}
