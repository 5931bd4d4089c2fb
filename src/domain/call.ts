//! What a step invokes, its values worked out, in words no CI system owns.

import type { Region } from './region.ts';
import type { Span } from './span.ts';
import { ABSENT, HOLE, type Unknown, type Value } from './value.ts';

export type Call = ComponentCall | CommandCall | ConstructCall;

/** An action, task or orb. */
export interface ComponentCall {
  readonly kind: 'component';
  /** Lower case, without a version: `azure/login`. */
  readonly name: string;
  readonly version: string;
  readonly inputs: Inputs;
  readonly at: Span;
}

export interface CommandCall {
  readonly kind: 'command';
  /** The command first; wrappers such as `sudo` and `timeout` are gone. */
  readonly words: readonly Word[];
  /** What stands on its standard input, when the file says so. */
  readonly input?: Word;
  readonly at: Span;
}

/** A provider block, app settings, a credential asset. */
export interface ConstructCall {
  readonly kind: 'construct';
  readonly type: string;
  readonly args: Inputs;
  readonly at: Span;
}

/** Nested names are joined with dots: `identity.type`, `container.0.commands`. Read it with `inputOf`. */
export type Inputs = ReadonlyMap<string, Value<string>>;

export const inputOf = (inputs: Inputs, name: string): Value<string> => inputs.get(name) ?? ABSENT;

export interface Word {
  readonly parts: readonly WordPart[];
  /** True when the unknown part was not quoted: it may be any number of words. */
  readonly splits: boolean;
  readonly at: Span;
  /** Where its text is spelled out, when that is one other place. */
  readonly from?: Span;
  /** All of its text with its places, for a word that may hold a script. */
  readonly region?: Region;
}

export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `entries`: what it holds, when an object stands in its place: `-Body @{ grant_type = 'password' }`. */
  | { readonly kind: 'unknown'; readonly why: Unknown; readonly entries?: Inputs };

/** `undefined` when a part of it is unknown. */
export function wordText(word: Word): string | undefined {
  return word.parts.every(part => part.kind === 'text')
    ? word.parts.map(part => (part.kind === 'text' ? part.text : '')).join('')
    : undefined;
}

/** What it surely begins with: all of a known word. */
export function wordPrefix(word: Word): string {
  let prefix = '';
  for (const part of word.parts) {
    if (part.kind === 'unknown') return prefix;
    prefix += part.text;
  }
  return prefix;
}

export const isKnown = (word: Word): boolean => word.parts.every(part => part.kind === 'text');

/** Why it is not known; `undefined` for a known word. */
export const whyUnknown = (word: Word): Unknown | undefined => {
  const part = word.parts.find(it => it.kind === 'unknown');
  return part?.kind === 'unknown' ? part.why : undefined;
};

export function wordValue(word: Word | undefined): Value<string> {
  if (!word) return ABSENT;
  const text = wordText(word);
  const from = word.from ? { from: word.from } : {};
  if (text !== undefined) return { kind: 'known', value: text, at: word.at, via: [], ...from };
  const why = whyUnknown(word) ?? { kind: 'not-evaluated', text: '' };
  return { kind: 'unknown', why, at: word.at, via: [], ...from, ...knownOf(word.parts) };
}

type Known = Pick<Value<string> & { kind: 'unknown' }, 'pattern' | 'entries'>;

/** What is known of a text with unknown parts. */
export function knownOf(parts: readonly WordPart[]): Known {
  const pattern = parts.map(it => (it.kind === 'text' ? it.text : HOLE)).join('');
  const last = parts.at(-1);
  const entries = last?.kind === 'unknown' && last.entries ? { entries: last.entries } : {};
  return pattern === HOLE ? entries : { pattern, ...entries };
}
