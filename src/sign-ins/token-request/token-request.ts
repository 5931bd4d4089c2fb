//! A token that is asked for by hand: `grant_type=password` sent to a login host, and its relatives.
//! Sources: https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc,
//! https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code

import { audienceOfAddress } from '../../domain/audience-names.ts';
import type { Call } from '../../domain/call.ts';
import { patternOf } from '../../domain/http-fields.ts';
import { HTTP_PROGRAMS, type HttpRequest, requestOf } from '../../domain/http-request.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { Audience } from '../../domain/operation.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import type { Span } from '../../domain/span.ts';
import { ABSENT, HOLE, isMissing, known, textOf, type Value } from '../../domain/value.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';

const ID = 'token-request';

export const tokenRequest: SignInForm = {
  id: ID,
  title: 'a token request',
  programs: HTTP_PROGRAMS,
  besides: /grant_type|oauth2\/|devicecode|metadata\/identity|x-identity-header/i,
  read(call) {
    const request = requestOf(call);
    return request && readRequest(call, request, endpointOf(request));
  },
};

function readRequest(call: Call, request: HttpRequest, endpoint: Endpoint): SignIn | undefined {
  if (endpoint.kind === 'other') return undefined;
  if (endpoint.kind === 'managed-identity') return signIn(call, request, 'managed-identity', {});
  const cloud = endpoint.cloud === 'unknown' ? cloudOfAudience(request) : endpoint.cloud;
  const tenantId = endpoint.tenant === '' ? ABSENT : tenantOf(endpoint.tenant, call);
  const rest = { cloud, tenantId };
  if (endpoint.host === 'unknown' && !isMicrosoft(request, endpoint)) return undefined;
  if (endpoint.isDeviceCode) return signIn(call, request, 'user-device-code', rest);
  const identity = identityOf(request, endpoint);
  return identity && signIn(call, request, identity, rest);
}

/** `undefined` for what signs nobody in: the wait for a device code, a page that is only looked at. */
function identityOf(request: HttpRequest, endpoint: Endpoint): IdentityKind | undefined {
  const grant = request.fields.get('grant_type') ?? ABSENT;
  switch (textOf(grant)?.toLowerCase()) {
    case 'password':
      return 'user-password';
    case 'client_credentials':
      return request.fields.has('client_assertion')
        ? 'service-principal-federated'
        : 'service-principal-secret';
    case 'refresh_token':
      return 'user-cached';
    case 'authorization_code':
      return 'user-interactive';
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      return 'unknown';
    case undefined: {
      if (grant.kind === 'unknown') return 'unknown';
      const isTyped = endpoint.kind === 'login' && endpoint.host === 'microsoft';
      return isTyped && endpoint.isTypical && request.isOpen ? 'unknown' : undefined;
    }
    default:
      return undefined;
  }
}

function signIn(
  call: Call,
  request: HttpRequest,
  identity: IdentityKind,
  rest: Partial<SignIn>,
): SignIn {
  const field = (name: string): Value<string> => request.fields.get(name) ?? ABSENT;
  const audience = audienceOf(request);
  const [secretAt] = ['password', 'client_secret'].flatMap(name => {
    const value = field(name);
    return value.kind === 'absent' ? [] : [value.at];
  });
  const isUser = identity.startsWith('user-');
  return newSignIn(ID, placeOf(call, field('grant_type')), identity, {
    ...rest,
    clientId: isUser ? ABSENT : field('client_id'),
    covers: 'rest-of-job',
    opens: [sessionOf(audience)],
    audience,
    ...(identity === 'unknown' ? { unknown: whyNot(field('grant_type')) } : {}),
    ...(secretAt ? { secretAt } : {}),
  });
}

/** Where the grant is spelled out: what the request is given is often put together far above it. */
function placeOf({ at }: Call, grant: Value<string>): Span {
  if (grant.kind === 'absent') return at;
  const isInside =
    grant.at.path === at.path && at.start <= grant.at.start && grant.at.end <= at.end;
  return isInside ? at : grant.at;
}

/** A token is for one interface alone; `http-request` says the same of operations. */
const sessionOf = (audience: Audience): string => `http-token:${audience}`;

const whyNot = (grant: Value<string>) =>
  grant.kind === 'unknown'
    ? grant.why
    : ({ kind: 'not-evaluated', text: 'the body of the token request' } as const);

/** `resource` of the first version, `scope` of the second: the first address in it counts. */
function audienceOf({ fields }: HttpRequest): Audience {
  const resource = patternOf(fields.get('resource') ?? ABSENT).trim();
  const scopes = patternOf(fields.get('scope') ?? ABSENT).split(/[\s,]+/);
  for (const text of [resource, ...scopes]) {
    const audience = text.startsWith('/') ? undefined : audienceOfAddress(text);
    if (audience) return audience;
  }
  // Short names, as `User.Read`, are Microsoft Graph's.
  return scopes.some(it => /^[A-Z]\w+\.[A-Z]\w+/.test(it)) ? 'microsoft-graph' : 'unknown';
}

function cloudOfAudience({ fields }: HttpRequest) {
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

/** What an unknown host is asked for says whose it is. */
function isMicrosoft(request: HttpRequest, endpoint: Endpoint): boolean {
  const client = textOf(request.fields.get('client_id') ?? ABSENT)?.toLowerCase() ?? '';
  if (CLIENTS.has(client)) return true;
  const audience = audienceOf(request);
  if (audience !== 'unknown' && audience !== 'other') return true;
  const isTyped = endpoint.kind === 'login' && endpoint.isTypical;
  const hasVersion = /\/oauth2\/v2\.0\/(?:token|devicecode)\/?$/i.test(request.url);
  return isTyped && (hasVersion || !isMissing(request.fields.get('resource') ?? ABSENT));
}

const tenantOf = (text: string, call: Call): Value<string> =>
  text.includes(HOLE)
    ? { kind: 'unknown', why: { kind: 'not-evaluated', text: 'the tenant' }, at: call.at, via: [] }
    : known(text, call.at);
