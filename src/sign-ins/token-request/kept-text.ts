//! A body for a token request that nothing here is seen to send: a library or a module of elsewhere does.

import type { ConstructCall } from '../../domain/call.ts';
import { bodyOf, type Fields, patternOf } from '../../domain/http-fields.ts';
import { ABSENT } from '../../domain/value.ts';
import { audienceOf, isClientOfMicrosoft } from './audience.ts';

/** A form with a person's name and password, in any order. */
export const KEPT_TEXT =
  /^(?=[\s\S]*(?:^|[&?"'\s])grant_type=password\b)(?=[\s\S]*(?:^|[&?"'\s])username=)(?=[\s\S]*(?:^|[&?"'\s])password=)/i;

/** The fields of the text that says best what the token is for; `undefined` when nothing says that Microsoft gives it. */
export function keptFields(call: ConstructCall): Fields | undefined {
  if (call.type !== 'kept-text') return undefined;
  const all = [...call.args.values()].map(it => bodyOf(it).fields).filter(isMicrosofts);
  return all.find(it => audienceOf(it) === 'arm') ?? all[0];
}

/** Hosts of Microsoft's own interfaces, and Azure Databricks. */
const RESOURCES =
  /(?:azure|windows|microsoft|office|office365|dynamics|sharepoint|powerapps|azuresynapse|azuredatabricks|usgovcloudapi|chinacloudapi)\.(?:com|net|us|cn)\b|2ff814a6-3304-4ab8-85cb-cd0e6f879c1d/i;

/** The whole text is the form: none that only quotes one. */
function isMicrosofts(fields: Fields): boolean {
  const isForm = ['grant_type', 'username', 'password'].every(it => fields.has(it));
  if (!isForm) return false;
  const names = ['resource', 'scope'].map(it => patternOf(fields.get(it) ?? ABSENT));
  return isClientOfMicrosoft(fields) || names.some(it => RESOURCES.test(it));
}
