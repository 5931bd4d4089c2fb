//! Calls for tests, written as a person types them.

import type { CommandCall, ComponentCall, Word } from './call.ts';
import type { Surroundings } from './sign-in.ts';
import type { Span } from './span.ts';
import { ABSENT, known, type Value } from './value.ts';

const PATH = 'deploy.sh';

/** Words are apart by spaces, quoted ones may hold some; from a `$` on a word is unknown. */
export function sampleCommand(line: string): CommandCall {
  const words = [...line.matchAll(/"[^"]*"|\S+/g)].map(match => sampleWord(match[0], match.index));
  return { kind: 'command', words, at: { path: PATH, start: 0, end: line.length } };
}

function sampleWord(typed: string, start: number): Word {
  const at: Span = { path: PATH, start, end: start + typed.length };
  const text = typed.replaceAll('"', '');
  const dollar = text.indexOf('$');
  const before = dollar < 0 ? text : text.slice(0, dollar);
  const parts = before === '' ? [] : [{ kind: 'text' as const, text: before }];
  if (dollar < 0) return { parts, splits: false, at };
  const why = { kind: 'not-evaluated' as const, text: text.slice(dollar) };
  return { parts: [...parts, { kind: 'unknown', why }], splits: !typed.includes('"'), at };
}

const COMPONENT_AT: Span = { path: '.github/workflows/deploy.yml', start: 0, end: 1 };

export const sampleComponent = (
  name: string,
  inputs: Readonly<Record<string, string>> = {},
): ComponentCall => ({
  kind: 'component',
  name,
  version: 'v1',
  inputs: new Map(
    Object.entries(inputs).map(([key, value]) => [key, sampleValue(value, COMPONENT_AT)] as const),
  ),
  at: COMPONENT_AT,
});

/** A `$` makes it unknown. */
const sampleValue = (text: string, at: Span): Value<string> =>
  text.includes('$')
    ? { kind: 'unknown', why: { kind: 'held-by-platform', name: text }, at, via: [] }
    : known(text, at);

export const sampleEnvironment = (
  variables: Readonly<Record<string, string>> = {},
): Surroundings => ({
  environment: name => {
    const value = variables[name];
    return value === undefined ? ABSENT : sampleValue(value, COMPONENT_AT);
  },
  isClosed: true,
});
