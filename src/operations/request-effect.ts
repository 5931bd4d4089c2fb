//! What a request does, by its method.

import type { Effect } from '../domain/operation.ts';

/** In any case. `POST` may be anything: an action, a search. */
export const effectOfMethod = (method: string): Effect =>
  EFFECTS.get(method.toLowerCase()) ?? 'unknown';

const EFFECTS: ReadonlyMap<string, Effect> = new Map([
  ['get', 'read'],
  ['head', 'read'],
  ['options', 'read'],
  ['put', 'write'],
  ['patch', 'write'],
  ['delete', 'write'],
]);
