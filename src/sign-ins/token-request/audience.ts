//! What a token is asked for, as the fields of the request say it, and whether only Microsoft gives such a token.

import { audienceOfAddress } from '../../domain/audience-names.ts';
import { type Fields, patternOf } from '../../domain/http-fields.ts';
import type { Audience } from '../../domain/operation.ts';
import { ABSENT, textOf } from '../../domain/value.ts';

/** `resource` of the first version, `scope` of the second: the first address in it counts. */
export function audienceOf(fields: Fields): Audience {
  const resource = patternOf(fields.get('resource') ?? ABSENT).trim();
  const scopes = patternOf(fields.get('scope') ?? ABSENT).split(/[\s,]+/);
  for (const text of [resource, ...scopes]) {
    const audience = text.startsWith('/') ? undefined : audienceOfAddress(text);
    if (audience) return audience;
  }
  // Short names, as `User.Read`, are Microsoft Graph's.
  return scopes.some(it => /^[A-Z]\w+\.[A-Z]\w+/.test(it)) ? 'microsoft-graph' : 'unknown';
}

export function cloudOfAudience(fields: Fields) {
  const text = `${patternOf(fields.get('resource') ?? ABSENT)} ${patternOf(fields.get('scope') ?? ABSENT)}`;
  if (/usgovcloudapi\.net|\.us(?:\/|\s|$)/i.test(text)) return 'us-government' as const;
  if (/chinacloudapi\.cn|\.cn(?:\/|\s|$)/i.test(text)) return 'china' as const;
  return /\.(?:com|net)(?:\/|\s|$)/i.test(text) ? ('public' as const) : ('unknown' as const);
}

/** Tools of Microsoft, which no other login host knows. */
const CLIENTS: ReadonlySet<string> = new Set([
  '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
  '1950a258-227b-4e31-a9cf-717495945fc2',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  '872cd9fa-d31f-45e0-9eab-6e460a02d1f1',
  '51f81489-12ee-4a9e-aaae-a2591f45987d',
]);

export const isClientOfMicrosoft = (fields: Fields): boolean =>
  CLIENTS.has(textOf(fields.get('client_id') ?? ABSENT)?.toLowerCase() ?? '');
