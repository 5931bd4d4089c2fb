//! `ifeq (a,b)`, `ifdef X`, `else`, `endif`.

import { closing, trimmed } from './lines.ts';
import type { MakeCondition, Stretch } from './tree.ts';

export type ConditionReading =
  | { readonly kind: 'if'; readonly condition: MakeCondition; readonly start: number }
  /** `else ifeq …` has a condition of its own. */
  | {
      readonly kind: 'else';
      readonly condition: MakeCondition | undefined;
      readonly start: number;
    }
  | { readonly kind: 'endif' };

/** `undefined` when the line is none of them. */
export function conditionAt(text: string, { start, end }: Stretch): ConditionReading | undefined {
  const word = /^(?:ifeq|ifneq|ifdef|ifndef|else|endif)(?![\w:=-])/.exec(
    text.slice(start, Math.min(end, start + 8)),
  )?.[0];
  if (word === undefined) return undefined;
  if (word === 'endif') return { kind: 'endif' };
  const rest = trimmed(text, { start: start + word.length, end });
  if (word !== 'else') return { kind: 'if', condition: conditionOf(text, word, rest), start };
  const inner = conditionAt(text, rest);
  return { kind: 'else', condition: inner?.kind === 'if' ? inner.condition : undefined, start };
}

function conditionOf(text: string, word: string, rest: Stretch): MakeCondition {
  if (word === 'ifdef' || word === 'ifndef') {
    return { kind: 'defined', name: rest, isDefined: word === 'ifdef' };
  }
  const texts = text.charAt(rest.start) === '(' ? bracketed(text, rest) : quoted(text, rest);
  return texts ? { kind: 'texts', ...texts, isEqual: word === 'ifeq' } : { kind: 'other' };
}

interface Texts {
  readonly left: Stretch;
  readonly right: Stretch;
}

function bracketed(text: string, { start, end }: Stretch): Texts | undefined {
  const close = closing(text, start, end);
  for (let at = start + 1; at < close; at += 1) {
    const letter = text.charAt(at);
    if (letter === '$' && /[({]/.test(text.charAt(at + 1))) at = closing(text, at + 1, close);
    else if (letter === ',') {
      return {
        left: trimmed(text, { start: start + 1, end: at }),
        right: trimmed(text, { start: at + 1, end: close }),
      };
    }
  }
  return undefined;
}

function quoted(text: string, { start, end }: Stretch): Texts | undefined {
  const match = /^(["'])(.*?)\1\s*(["'])(.*?)\3$/s.exec(text.slice(start, end));
  if (!match) return undefined;
  const [left = '', right = ''] = [match[2], match[4]];
  return {
    left: { start: start + 1, end: start + 1 + left.length },
    right: { start: end - 1 - right.length, end: end - 1 },
  };
}
