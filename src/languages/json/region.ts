//! A JSON string as a region, so that a script or template in it keeps its places in the file.

import type { Region } from '../../domain/region.ts';
import type { JsonString } from './tree.ts';

/** `at` covers the string with its quotes. */
export const regionOf = (path: string, node: JsonString): Region => ({
  at: { path, start: node.start, end: node.end },
  text: node.value,
  segments: node.segments,
  holes: [],
});
