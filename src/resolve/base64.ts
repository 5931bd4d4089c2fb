//! Values that are encoded as base64: custom data, scripts of extensions.

import type { Span } from '../domain/span.ts';
import { type Datum, datumText, stringDatum } from './datum.ts';

/** Only what is text afterwards: a compressed or binary body stays unknown. */
export function decodeBase64(datum: Datum | undefined, at: Span): Datum | undefined {
  const text = datum && datumText(datum);
  if (text === undefined) return undefined;
  if (/\s/.test(text.trim()) || !/^[A-Za-z0-9+/]+={0,2}$/.test(text.trim())) return datum;
  const decoded = atob(padded(text.trim()));
  return /^[\t\r\n -~]*$/.test(decoded) ? stringDatum(decoded, at) : undefined;
}

const padded = (text: string): string => {
  const bare = text.replace(/=+$/, '');
  const rest = bare.length % 4;
  return rest === 1 ? '' : bare + '='.repeat((4 - rest) % 4);
};
