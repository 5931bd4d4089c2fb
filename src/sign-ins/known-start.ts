//! What is known of a value that is not known as a whole.

import type { Value } from '../domain/value.ts';

/** The text up to the first part that is not known; empty when that is where it begins. */
export function knownStart(value: Value<string>): string {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'unknown': {
      const { region } = value;
      return region?.text.slice(0, region.holes[0]?.start ?? 0) ?? '';
    }
    case 'absent':
      return '';
  }
}

/** What is known of it, or the name of what holds it: `AzureAuthorityHosts.AZURE_GOVERNMENT`. */
export function saidOf(value: Value<string>): string {
  const text = knownStart(value);
  if (text !== '' || value.kind !== 'unknown') return text;
  return value.why.kind === 'not-evaluated' ? value.why.text : value.why.name;
}
