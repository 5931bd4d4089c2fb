//! A key for a place, to look things up by where they stand.

import type { Span } from '../domain/span.ts';

export const placeKey = ({ path, start, end }: Span): string => `${start}:${end}:${path}`;
