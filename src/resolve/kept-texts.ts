//! Texts that a variable keeps and that count even when nothing that is read is given them: the body of a token request.

import type { Call, CommandCall, ConstructCall } from '../domain/call.ts';
import type { Expression } from '../domain/expression.ts';
import type { SignInForm } from '../domain/sign-in.ts';
import type { AssignStep } from '../domain/step.ts';
import { HOLE, type Value } from '../domain/value.ts';
import type { Alternatives, Datum } from './datum.ts';
import { datumValue } from './datum-value.ts';
import { newState } from './state.ts';
import type { Frame } from './world.ts';

/** What was kept, and what calls were given. */
export interface KeptTexts {
  isKept(text: string): boolean;
  /** By place. */
  readonly kept: Map<string, KeptText>;
  readonly given: Set<string>;
}

interface KeptText {
  readonly at: AssignStep['at'];
  /** By what is known of it: whatever runs come upon it. */
  readonly values: Map<string, Value<string>>;
  /** Texts that were made of it. */
  readonly uses: Map<string, Value<string>>;
  /** By the entry points that come upon it. */
  readonly frames: Map<string, Frame>;
}

export function keptTexts(forms: readonly SignInForm[]): KeptTexts {
  const patterns = forms.flatMap(it => it.keptText ?? []);
  return {
    isKept: text => patterns.some(it => it.test(text)),
    kept: new Map(),
    given: new Set(),
  };
}

/** A text that spells it out is kept; one that is made of kept ones says more of them. */
export function noteKept(step: AssignStep, value: Alternatives, frame: Frame): void {
  const { keptTexts: texts } = frame.world;
  const isOwn = isSpelled(step.value, texts);
  if (!isOwn && texts.kept.size === 0) return;
  for (const datum of value) {
    const text = patternOf(datum);
    if (text === undefined || !texts.isKept(text)) continue;
    if (isOwn) keep(step.value, datum, text, frame);
    else noteUse(datum, text, texts);
  }
}

/** As it is written: what its variables hold is somebody else's. */
function isSpelled(expression: Expression, texts: KeptTexts): boolean {
  if (expression.kind === 'text') return texts.isKept(expression.region.text);
  if (expression.kind !== 'join') return false;
  return texts.isKept(
    expression.parts.map(it => (it.kind === 'text' ? it.region.text : '…')).join(''),
  );
}

function keep(expression: Expression, datum: Datum, text: string, frame: Frame): void {
  const { kept } = frame.world.keptTexts;
  const { at } = expression;
  const key = `${at.path}:${at.start}`;
  const one = kept.get(key) ?? { at, values: new Map(), uses: new Map(), frames: new Map() };
  kept.set(key, one);
  one.values.set(text, datumValue(datum, []));
  one.frames.set(`${frame.entryPoint.id} ${frame.origin}`, frame);
}

function noteUse(datum: Datum, text: string, { kept }: KeptTexts): void {
  for (const one of kept.values()) {
    if (isPartOf(one, text)) one.uses.set(text, datumValue(datum, []));
  }
}

const isPartOf = ({ values }: KeptText, text: string): boolean =>
  [...values.keys()].some(it => text.includes(it));

/** What a call that somebody reads is given is no longer only kept. */
export function noteGiven(call: Call, { keptTexts: texts }: Frame['world']): void {
  for (const text of textsOf(call)) if (texts.isKept(text)) texts.given.add(text);
}

function textsOf(call: Call): readonly string[] {
  switch (call.kind) {
    case 'command':
      return [...call.words, ...(call.input ? [call.input] : [])].map(wordPattern);
    case 'component':
      return [...call.inputs.values()].map(valuePattern);
    case 'construct':
      return [...call.args.values()].map(valuePattern);
  }
}

const wordPattern = ({ parts }: CommandCall['words'][number]): string =>
  parts.map(it => (it.kind === 'text' ? it.text : HOLE)).join('');

function valuePattern(value: Value<string>): string {
  if (value.kind === 'known') return value.value;
  return value.kind === 'unknown' ? (value.pattern ?? '') : '';
}

const patternOf = (datum: Datum): string | undefined =>
  datum.kind === 'string'
    ? wordPattern({ parts: datum.parts, splits: false, at: datum.at })
    : undefined;

/** After all else: each is a call of its own, with the texts that are made of it. */
export function runKeptTexts(world: Frame['world']): void {
  const { kept } = world.keptTexts;
  const given = [...world.keptTexts.given];
  for (const one of kept.values()) {
    if (given.some(it => isPartOf(one, it))) continue;
    const call = keptCall(one);
    for (const frame of one.frames.values()) {
      world.perform([call], newState(frame.home), { ...frame, isConditional: true });
    }
  }
}

function keptCall({ at, values, uses }: KeptText): ConstructCall {
  const all = [...values.values(), ...uses.values()];
  const args = new Map(all.map((value, index) => [`text.${index}`, value] as const));
  return { kind: 'construct', type: 'kept-text', args, at };
}
