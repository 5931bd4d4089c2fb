//! What would mend a sign-in, as titles of fixes; each rule's README has the whole recipe.

import type { Fix } from '../domain/finding.ts';
import type { Reach } from '../domain/model.ts';

const shown = (title: string): Fix => ({ title, applicability: 'shown', edits: [] });

/** Where a run has nobody it gets an identity of its own; a person signs in as a person. */
export function remediesFor(reach: Reach): readonly Fix[] {
  switch (reach) {
    case 'pipeline':
      return [shown('Sign in as a workload identity with a federated credential')];
    case 'automation':
      return [shown('Sign in as the managed identity of the resource that runs this')];
    case 'manual':
      return [
        shown('Leave signing in to the person who runs this, with multi-factor authentication'),
      ];
  }
}

export const remedy = shown;
