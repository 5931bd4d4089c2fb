//! Calls as tests write them: `$NAME` is a value that is not known.

import type {
  CommandCall,
  ComponentCall,
  ConstructCall,
  Inputs,
  Word,
} from '../src/domain/call.ts';
import type { SignIn, Surroundings } from '../src/domain/sign-in.ts';
import { ABSENT, type Value } from '../src/domain/value.ts';

const path = 'deploy.sh';

/** Words apart by spaces; `$x` is unknown and splits, `"$x"` does not; `_` stands for a space inside. */
export function words(line: string): readonly Word[] {
  let start = 0;
  return line
    .split(' ')
    .filter(typed => typed !== '')
    .map(typed => {
      const at = { path, start, end: start + typed.length };
      start = at.end + 1;
      const text = typed.replaceAll('"', '').replaceAll('_', ' ');
      const dollar = text.indexOf('$');
      const before = dollar < 0 ? text : text.slice(0, dollar);
      const known = before === '' ? [] : [{ kind: 'text' as const, text: before }];
      if (dollar < 0) return { parts: known, splits: false, at };
      const name = text.slice(dollar + 1).replaceAll(' ', '_');
      const why = { kind: 'not-in-repository' as const, name };
      return { parts: [...known, { kind: 'unknown', why }], splits: !typed.includes('"'), at };
    });
}

export const command = (line: string): CommandCall => ({
  kind: 'command',
  words: words(line),
  at: { path, start: 0, end: line.length },
});

export type Given = Readonly<Record<string, string>>;

function givenValue(text: string): Value<string> {
  const at = { path, start: 0, end: text.length };
  return text.startsWith('$')
    ? { kind: 'unknown', why: { kind: 'held-by-platform', name: text.slice(1) }, at, via: [] }
    : { kind: 'known', value: text, at, via: [] };
}

const inputs = (given: Given): Inputs =>
  new Map(Object.entries(given).map(([name, text]) => [name, givenValue(text)]));

export const component = (name: string, given: Given = {}): ComponentCall => ({
  kind: 'component',
  name,
  version: 'v2',
  inputs: inputs(given),
  at: { path, start: 0, end: 0 },
});

export const construct = (type: string, given: Given = {}): ConstructCall => ({
  kind: 'construct',
  type,
  args: inputs(given),
  at: { path, start: 0, end: 0 },
});

export const surroundings = (given: Given = {}): Surroundings => ({
  environment: name => inputs(given).get(name) ?? ABSENT,
  isClosed: true,
});

/** In short: the identity, then the kinds of its remarks. */
export const shown = (signIn: SignIn | undefined): string =>
  signIn ? [signIn.identity, ...signIn.remarks.map(it => it.kind)].join(' ') : 'nothing';
