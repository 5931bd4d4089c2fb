//! Filters: those that leave a text what it is, give a default, or have a neutral name.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_filters.html

import type { Expression } from '../../domain/expression.ts';
import { type Cursor, spanSince, unknownSince } from './cursor.ts';

/** What they give reads the same for whoever asks who signs in. */
const PLAIN: ReadonlySet<string> = new Set([
  'string',
  'quote',
  'int',
  'bool',
  'mandatory',
  'to_json',
]);

const NEUTRAL: ReadonlyMap<string, string> = new Map([
  ['trim', 'trim'],
  ['lower', 'lower'],
  ['upper', 'upper'],
  ['b64encode', 'encode-base64'],
  ['b64decode', 'decode-base64'],
  ['combine', 'merge'],
]);

/** `from`: the first token of what is filtered. */
export function filtered(
  of: Expression,
  name: string,
  args: readonly Expression[],
  cursor: Cursor,
  from: number,
): Expression {
  const at = spanSince(cursor, from);
  const [first, second] = args;
  if (PLAIN.has(name)) return of;
  if (name === 'default' || name === 'd') return first ? withDefault(of, first) : of;
  const neutral = NEUTRAL.get(name);
  if (neutral !== undefined) return { kind: 'call', name: neutral, args: [of, ...args], at };
  if (name === 'replace' && first && second) {
    return { kind: 'call', name: 'replace', args: [of, first, second], at };
  }
  if (name === 'join' && first) return { kind: 'call', name: 'join', args: [first, of], at };
  return unknownSince(cursor, from);
}

const withDefault = (of: Expression, otherwise: Expression): Expression =>
  of.kind === 'reference'
    ? { ...of, otherwise }
    : { kind: 'call', name: 'coalesce', args: [of, otherwise], at: of.at };
