//! A token that is asked for by hand: `grant_type=password` sent to a login host, and its relatives.
//! Sources: https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc,
//! https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code

import type { Call, ConstructCall } from '../../domain/call.ts';
import { HTTP_LIBRARIES } from '../../domain/http-libraries.ts';
import { HTTP_PROGRAMS, type HttpRequest, requestOf } from '../../domain/http-request.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { Audience } from '../../domain/operation.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import type { Span } from '../../domain/span.ts';
import { ABSENT, HOLE, isMissing, known, textOf, type Value } from '../../domain/value.ts';
import { audienceOf, cloudOfAudience, isClientOfMicrosoft } from './audience.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';
import { KEPT_TEXT, keptFields } from './kept-text.ts';

const ID = 'token-request';

export const tokenRequest: SignInForm = {
  id: ID,
  title: 'a token request',
  programs: HTTP_PROGRAMS,
  libraries: HTTP_LIBRARIES,
  codeWords: /grant_type/,
  onlyWith: {
    in: 'script',
    text: /grant_type|oauth2\/|devicecode|metadata\/identity|x-identity-header/i,
  },
  keptText: KEPT_TEXT,
  read(call) {
    if (call.kind === 'construct' && call.type === 'kept-text') return keptBody(call);
    const request = requestOf(call);
    return request && readRequest(call, request, endpointOf(request));
  },
};

/** Nothing is seen to send it, so that it says itself what it is for. */
function keptBody(call: ConstructCall): SignIn | undefined {
  const fields = keptFields(call);
  if (!fields) return undefined;
  const request = { method: '', url: '', fields, isOpen: false, headers: [] };
  return {
    ...signIn(call, request, 'user-password', { cloud: cloudOfAudience(fields) }),
    at: call.at,
  };
}

function readRequest(call: Call, request: HttpRequest, endpoint: Endpoint): SignIn | undefined {
  if (endpoint.kind === 'other') return undefined;
  if (endpoint.kind === 'managed-identity') return signIn(call, request, 'managed-identity', {});
  const cloud = endpoint.cloud === 'unknown' ? cloudOfAudience(request.fields) : endpoint.cloud;
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
  const audience = audienceOf(request.fields);
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

/** What an unknown host is asked for says whose it is. */
function isMicrosoft(request: HttpRequest, endpoint: Endpoint): boolean {
  if (isClientOfMicrosoft(request.fields)) return true;
  const audience = audienceOf(request.fields);
  if (audience !== 'unknown' && audience !== 'other') return true;
  const isTyped = endpoint.kind === 'login' && endpoint.isTypical;
  const hasVersion = /\/oauth2\/v2\.0\/(?:token|devicecode)\/?$/i.test(request.url);
  return isTyped && (hasVersion || !isMissing(request.fields.get('resource') ?? ABSENT));
}

const tenantOf = (text: string, call: Call): Value<string> =>
  text.includes(HOLE)
    ? { kind: 'unknown', why: { kind: 'not-evaluated', text: 'the tenant' }, at: call.at, via: [] }
    : known(text, call.at);
