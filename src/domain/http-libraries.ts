//! A call of a library that sends requests: its address, and the form or object among its arguments.

import type { ConstructCall, Inputs } from './call.ts';
import { type Body, bodyOf, joinedBodies, NO_BODY, patternOf } from './http-fields.ts';
import type { HttpRequest } from './http-request.ts';
import { ABSENT, textOf } from './value.ts';

/** Modules, packages and namespaces, of which the client may be a part: `httpx`, `System.Net.Http`. */
const LIBRARIES =
  /^(?:requests|httpx|aiohttp|urllib\S*|http\.client|axios|got|undici|node-fetch|needle|superagent|request(?:-promise\S*)?|ky|fetch|global|globalThis|System\.Net\S*|RestSharp|Flurl\S*|java\.net\S*|okhttp3\S*|org\.apache\.http\S*|org\.springframework\.web\S*|net\/http|net\/url|github\.com\/go-resty\S*|golang\.org\/x\/oauth2)$/;

/** They hold an address, and send nothing there. */
const ADDRESSES = /^(?:Uri|UriBuilder|URI|URL)(?:\.create)?$/;

/** Those that send requests or ask for tokens, by the names that imports say. */
export const HTTP_LIBRARIES =
  /^(?:requests|httpx|aiohttp|urllib|http\.client|axios|got|undici|node-fetch|cross-fetch|isomorphic-fetch|needle|superagent|request|ky|fetch|global|oauthlib|authlib|openid-client|simple-oauth2|System\.Net|RestSharp|Flurl|Refit|IdentityModel|java\.net|okhttp|org\.apache\.http|org\.springframework|com\.nimbusds|net\/http|net\/url|github\.com\/go-resty|golang\.org\/x\/oauth2)/;

export function readLibraryRequest({ args }: ConstructCall): HttpRequest | undefined {
  const library = textOf(args.get('library') ?? ABSENT) ?? '';
  const name = textOf(args.get('name') ?? ABSENT) ?? '';
  if (!library.split(' ').some(it => LIBRARIES.test(it)) || ADDRESSES.test(name)) return undefined;
  const given = [...args].filter(([name]) => name !== 'library' && name !== 'name');
  const own = given.find(([key, it]) => !key.startsWith('of.') && isAddress(patternOf(it)));
  const address = (own ?? given.find(([, it]) => isAddress(patternOf(it))))?.[1];
  const body = joinedBodies([formIn(args), ...given.map(([, it]) => textBody(patternOf(it), it))]);
  // What an object was made with is an address for all its methods: only one with a form sends to it.
  if (own === undefined && body.fields.size === 0) return undefined;
  return {
    method: methodOf(args),
    url: patternOf(address ?? ABSENT).split('?')[0] ?? '',
    fields: body.fields,
    isOpen: body.fields.size === 0,
    headers: given.flatMap(([name, value]) => {
      const header = /(?:^|\.)headers\.(.+)$/i.exec(name)?.[1];
      return header === undefined ? [] : [`${header}: ${patternOf(value)}`];
    }),
  };
}

const isAddress = (text: string): boolean => /^https?:\/\/|\/oauth2\/|\/devicecode$/i.test(text);

/** The fields beside `grant_type`, however deep they stand: `data.grant_type`, `1.body.grant_type`. */
function formIn(args: Inputs): Body {
  const name = [...args.keys()].find(it => GRANT.test(it));
  if (name === undefined) return NO_BODY;
  // A list of pairs, each an object of its own, is one form.
  const prefix = name.replace(GRANT, '').replace(/(?<=^|\.)\d+\.?$/, '');
  const fields = [...args].flatMap(([key, value]) =>
    key.startsWith(prefix) ? [[fieldName(key.slice(prefix.length)), value] as const] : [],
  );
  return { fields: new Map(fields), isOpen: false };
}

/** A form may hold several values of a name: `grant_type.0`. */
const GRANT = /(?<=^|\.)grant_type(?:\.0)?$/i;

const fieldName = (key: string): string =>
  key
    .replace(/^\d+\./, '')
    .replace(/\.0$/, '')
    .toLowerCase();

const textBody = (text: string, value: Parameters<typeof bodyOf>[0]): Body =>
  /grant_type["']?\s*[=:]/.test(text) ? bodyOf(value) : NO_BODY;

/** By the name of the function: `requests.post`, `HttpClient.PostAsync`; else by what it is told. */
function methodOf(args: Inputs): string {
  const name = textOf(args.get('name') ?? ABSENT) ?? '';
  const verb = /(?:^|[._])(get|post|put|patch|delete|head)/i.exec(name)?.[1];
  if (verb !== undefined) return verb.toUpperCase();
  const told = [...args].find(([key]) => /(?:^|\.)method$/i.test(key))?.[1] ?? args.get('0');
  const text = textOf(told ?? ABSENT)?.toUpperCase() ?? '';
  return /^[A-Z]+$/.test(text) ? text : '';
}
