//! The step by which a variable gets a value.

import type { Expression } from './expression.ts';
import type { Span } from './span.ts';
import type { AssignStep } from './step.ts';

type How = Partial<Pick<AssignStep, 'appends' | 'isLocal' | 'isOwn' | 'onlyIfUnset' | 'onlyUnder'>>;

/** In place of what it held and for all that follows, unless `how` says otherwise. */
export const assigned = (name: string, value: Expression, at: Span, how: How = {}): AssignStep => ({
  kind: 'assign',
  name,
  value,
  appends: false,
  isLocal: false,
  onlyIfUnset: false,
  ...how,
  at,
});
