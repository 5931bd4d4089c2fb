//! What a value is known by, so that two places that mean the same one can be told: never its text when it is a secret.

import type { Handle } from './directory.ts';
import type { Span } from './span.ts';
import type { Unknown, Value } from './value.ts';

/** Longer sources are cut where they are quoted: the rest may differ. */
const SOURCE_MAX = 60;

/** Where a name means the same: in one script, in all files of a Terraform module. */
export type Scope = 'file' | 'folder';

/** Of a name or an id: its text, or where it comes from. */
export function nameHandles(value: Value<string>, scope: Scope): readonly Handle[] {
  if (value.kind !== 'known') return originHandles(value, scope);
  const text = value.value.trim().toLowerCase();
  return text === '' ? [] : [`name ${text}`];
}

/** Of a secret: where it is written, or where it comes from. */
export function originHandles(value: Value<string>, scope: Scope): readonly Handle[] {
  switch (value.kind) {
    case 'absent':
      return [];
    case 'known':
      return value.value === '' ? [] : [placeHandle(value.at)];
    case 'unknown':
      return sourceHandles(value.why, value.at, scope);
  }
}

/** Of what other places of that scope call `address`: `azuread_user.deploy`. */
export const addressHandle = (address: string, at: Span, scope: Scope): Handle =>
  `source ${within(at, scope)} ${address}`;

const placeHandle = ({ path, start, end }: Span): Handle => `place ${path} ${start} ${end}`;

function sourceHandles(why: Unknown, at: Span, scope: Scope): readonly Handle[] {
  if (why.kind !== 'not-evaluated') return [`${why.kind} ${within(at, scope)} ${why.name}`];
  const source = why.text.replace(/\[[^\]]*\]/g, '');
  return why.text.length < SOURCE_MAX && isTelling(source)
    ? [addressHandle(source, at, scope)]
    : [];
}

/** `a.b`, `$(az ad user create …)`; not `$(…)`, `each.value` or `one of many values`. */
const isTelling = (source: string): boolean =>
  (/^[\w-]+(?:\.[\w-]+)+$/.test(source) && !/^(?:each|count|self)\./.test(source)) ||
  /^\$\([\w-]+ .*\)$/.test(source);

const within = ({ path }: Span, scope: Scope): string =>
  scope === 'file' ? path : path.slice(0, Math.max(0, path.lastIndexOf('/')));
