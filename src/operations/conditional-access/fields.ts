//! Objects and JSON texts, in which parts may be unknown, as flat fields.

import type { Inputs } from '../../domain/call.ts';
import { HOLE, textOf, type Value } from '../../domain/value.ts';
import type { Fields } from './policy.ts';

const NONE: Fields = new Map();

export const inputFields = (inputs: Inputs): Fields =>
  new Map([...inputs].map(([name, value]) => [name.toLowerCase(), textOf(value)] as const));

/** Of an object, or of a text that is JSON. */
export function valueFields(value: Value<string>): Fields {
  if (value.kind === 'absent') return NONE;
  if (value.kind === 'known') return jsonFields(value.value);
  return value.entries ? inputFields(value.entries) : jsonFields(value.pattern ?? '');
}

export const prefixed = (prefix: string, fields: Fields): Fields =>
  new Map([...fields].map(([name, value]) => [`${prefix}.${name}`, value] as const));

/** Empty for a text that is not JSON. An unknown part may stand inside a string, or in place of a value. */
function jsonFields(text: string): Fields {
  const inside = parsed(text.replaceAll(HOLE, '\\u0000'));
  const root = inside ?? parsed(text.replaceAll(HOLE, '"\\u0000"'));
  const fields = new Map<string, string | undefined>();
  flatten('', root, fields, 0);
  return fields;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const DEPTH_MAX = 12;

function flatten(
  name: string,
  value: unknown,
  into: Map<string, string | undefined>,
  depth: number,
): void {
  if (depth > DEPTH_MAX) return;
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      flatten(name === '' ? key : `${name}.${key}`, inner, into, depth + 1);
    }
  } else if (value !== undefined && value !== null) {
    const text = String(value);
    into.set(name.toLowerCase(), text.includes(HOLE) ? undefined : text);
  }
}
