//! Whether what was given as a user name is an application's id, by its look or by the name of the variable it is in.

import { textOf, type Value } from '../domain/value.ts';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** In words apart by `_`: `arm_client_id`, `app_id`, `sp_name`. */
const APPLICATION =
  /(?:^|_)(?:client_?id|app(?:lication)?_?(?:client_?)?id|sp_?(?:n|id|name|user(?:_?name)?|app_?id)|service_?principal(?:_?\w+)?|principal_?id)(?:_|$)/;

/** What to call it in a message; `undefined` when it does not look like one. */
export function applicationName(username: Value<string>): string | undefined {
  if (username.kind === 'absent') return undefined;
  const text = textOf(username);
  if (text !== undefined) return GUID.test(text) || /^https?:\/\//i.test(text) ? text : undefined;
  const why = username.kind === 'unknown' ? username.why : undefined;
  const name = why?.kind === 'not-evaluated' ? why.text : (why?.name ?? '');
  return APPLICATION.test(wordsOf(name)) ? name : undefined;
}

/** `servicePrincipalId` and `secrets.SERVICE-PRINCIPAL-ID` are `service_principal_id`, `secrets_service_principal_id`. */
const wordsOf = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
