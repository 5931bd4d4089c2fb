//! Where a token is asked for: the login hosts of Microsoft, by cloud, and the endpoints of managed identities.
//! Sources: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
//! https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token

import type { HttpRequest } from '../../domain/http-request.ts';
import type { Cloud } from '../../domain/operation.ts';
import { HOLE } from '../../domain/value.ts';

export type Endpoint =
  /** `host` is `unknown` where it is not spelled out, and the rest of the address does not speak against Microsoft's. */
  | {
      readonly kind: 'login';
      readonly host: 'microsoft' | 'unknown';
      readonly cloud: Cloud;
      readonly isDeviceCode: boolean;
      /** `''` when the address does not show it. */
      readonly tenant: string;
      /** The way from the host on is as Microsoft's hosts have it. */
      readonly isTypical: boolean;
    }
  | { readonly kind: 'managed-identity' }
  /** Somebody else's, or no token at all. */
  | { readonly kind: 'other' };

const HOSTS: ReadonlyMap<string, Cloud> = new Map([
  ['login.microsoftonline.com', 'public'],
  ['login.microsoft.com', 'public'],
  ['login.windows.net', 'public'],
  ['sts.windows.net', 'public'],
  ['login.microsoftonline.us', 'us-government'],
  ['login-us.microsoftonline.com', 'us-government'],
  ['login.partner.microsoftonline.cn', 'china'],
  ['login.chinacloudapi.cn', 'china'],
  ['login.microsoftonline.de', 'germany'],
]);

/** The accounts of customers, other makers' servers, and servers of one's own. */
const OTHERS = /\/realms\/|openid-connect|\/adfs\/|\/b2c_1|\/oauth\/token|b2clogin|ciamlogin/i;

const OTHER: Endpoint = { kind: 'other' };

export function endpointOf(request: HttpRequest): Endpoint {
  const { url } = request;
  if (isMetadata(request)) return { kind: 'managed-identity' };
  if (OTHERS.test(url) || request.fields.has('p')) return OTHER;
  const [, host = '', path = ''] = /^(?:https?:\/\/)?([^/]*)(.*)$/s.exec(url) ?? [];
  const name = host.toLowerCase().replace(/:443$/, '');
  const found = [...HOSTS].find(([it]) => name === it || name.startsWith(`${it}${HOLE}`));
  if (!found && !isUnknown(name, url)) return OTHER;
  const way = /^\/?([^/]*)\/oauth2(?:\/v2\.0)?\/(token|devicecode)\/?$/i.exec(
    found ? path : url.slice(url.lastIndexOf(HOLE) + 1) || url,
  );
  return {
    kind: 'login',
    host: found ? 'microsoft' : 'unknown',
    cloud: found ? found[1] : 'unknown',
    isDeviceCode: /\/devicecode\/?$/i.test(url),
    tenant: found ? (/^\/([^/]+)/.exec(path)?.[1] ?? '') : '',
    isTypical: way !== null,
  };
}

/** `"$LOGIN_URL/token"`: it begins with what is not known. */
const isUnknown = (host: string, url: string): boolean =>
  url === '' || host.includes(HOLE) || url.startsWith(HOLE);

/** Of a virtual machine, an app or a server connected by Arc. */
function isMetadata({ url, headers }: HttpRequest): boolean {
  if (/\/metadata\/identity\/oauth2\/token/i.test(url)) return true;
  if (/^https?:\/\/localhost:(?:50342|40342)\//i.test(url)) return true;
  return headers.some(it => /^x-identity-header\s*:/i.test(it));
}
