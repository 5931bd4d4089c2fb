//! What is known of a value, what is not, and why.

import type { Region } from './region.ts';
import type { Link, Span } from './span.ts';

export type Value<T> =
  | {
      readonly kind: 'known';
      readonly value: T;
      readonly at: Span;
      readonly via: readonly Link[];
      /** Where it is spelled out, when `at` only names it: what a variable was set to. */
      readonly from?: Span;
      /** Where the text itself stands, for a string that may hold a script. */
      readonly region?: Region;
    }
  | {
      readonly kind: 'unknown';
      readonly why: Unknown;
      readonly at: Span;
      readonly via: readonly Link[];
      readonly from?: Span;
      /** A text of which only parts are unknown: those are its holes. */
      readonly region?: Region;
      /** What is known of such a text, a `HOLE` for each part that is not. */
      readonly pattern?: string;
      /** What is known of an object. */
      readonly entries?: ReadonlyMap<string, Value<string>>;
    }
  | { readonly kind: 'absent' };

export type Unknown =
  /** `secrets.X`, a service connection, a variable of the platform. */
  | { readonly kind: 'held-by-platform'; readonly name: string }
  /** An expression that is not run. */
  | { readonly kind: 'not-evaluated'; readonly text: string }
  /** A template, module, script or variable of elsewhere. */
  | { readonly kind: 'not-in-repository'; readonly name: string };

/** A character that no text holds. */
export const HOLE = '\u0000';

export const ABSENT: { readonly kind: 'absent' } = { kind: 'absent' };

export const known = <T>(value: T, at: Span, via: readonly Link[] = []): Value<T> => ({
  kind: 'known',
  value,
  at,
  via,
});

/** `undefined` when it is unknown or absent. */
export const textOf = (value: Value<string>): string | undefined =>
  value.kind === 'known' ? value.value : undefined;

/** True for a known empty string and for what is absent; an unknown value counts as given. */
export const isMissing = (value: Value<string>): boolean =>
  value.kind === 'absent' || (value.kind === 'known' && value.value.trim() === '');

/** A reason in words: "held by the platform (`secrets.AZURE_CREDENTIALS`)". */
export function reasonOf(why: Unknown): string {
  switch (why.kind) {
    case 'held-by-platform':
      return `held by the platform (\`${why.name}\`)`;
    case 'not-evaluated':
      return `not evaluated (\`${why.text}\`)`;
    case 'not-in-repository':
      return `not in this repository (\`${why.name}\`)`;
  }
}
