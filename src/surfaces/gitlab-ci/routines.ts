//! What jobs of other files take over, run by its name.

import type { Routine } from '../../domain/facts.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { PART, partPath } from './scripts.ts';

export function routine(
  job: string,
  key: string,
  body: readonly Step[],
  at: Span,
): readonly Routine[] {
  if (body.length === 0) return [];
  const path = partPath(job, key);
  return [{ ...BARE, type: PART, path, leftTo: 'nobody', body, at }];
}

export const BARE = { kind: 'routine', parameters: [], bindings: [] } as const;
