//! Text of a Makefile to its items, line by line; what make would refuse is passed over.
//! Source: https://www.gnu.org/software/make/manual/make.html

import { type ConditionReading, conditionAt } from './conditions.ts';
import { linesOf, type MakeLine, trimmed, withoutComment } from './lines.ts';
import { assignAt, ruleAt } from './statements.ts';
import type { Guard, MakeAssign, MakeItem, MakeRule, RecipeLine, Stretch } from './tree.ts';

interface RuleDraft extends MakeRule {
  readonly recipe: RecipeLine[];
}

/** Conditions inside one another; people do not nest them so deep. */
const GUARDS_MAX = 100;

interface Draft {
  readonly text: string;
  readonly items: MakeItem[];
  /** The guards that hold now; `else if` opens two at once, and `endif` closes them together. */
  guards: readonly (Guard & { readonly isJoined: boolean })[];
  /** How many conditions are open that are too deep to be looked at. */
  deeper: number;
  rule: RuleDraft | undefined;
  /** The `define` that is open, and where its body begins. */
  define: { readonly assign: MakeAssign; readonly from: number } | undefined;
}

export function parseMake(text: string): readonly MakeItem[] {
  const draft: Draft = {
    text,
    items: [],
    guards: [],
    deeper: 0,
    rule: undefined,
    define: undefined,
  };
  for (const line of linesOf(text)) {
    if (draft.define) readDefined(line, draft.define, draft);
    else if (line.isRecipe && draft.rule) addRecipe(line, draft.rule, draft);
    else readLine(line, draft);
  }
  return draft.items;
}

function readDefined(
  line: MakeLine,
  { assign, from }: NonNullable<Draft['define']>,
  draft: Draft,
): void {
  if (!/^\s*endef\b/.test(draft.text.slice(line.start, line.end))) return;
  const end = Math.max(from, line.start - 1);
  draft.items.push({ ...assign, value: { start: from, end }, end: line.end });
  draft.define = undefined;
}

function addRecipe({ start, end }: Stretch, rule: RuleDraft, draft: Draft): void {
  const { text } = draft;
  const whole = trimmed(text, { start, end });
  // A line that goes on in an empty one.
  const line =
    text.charAt(whole.end - 1) === '\\' ? trimmed(text, { ...whole, end: whole.end - 1 }) : whole;
  if (line.end > line.start) rule.recipe.push({ ...line, guards: draft.guards });
}

function readLine(line: MakeLine, draft: Draft): void {
  const { text } = draft;
  const given = trimmed(text, withoutComment(text, line));
  if (given.start >= given.end) return;
  const condition = conditionAt(text, given);
  if (condition) return readCondition(condition, draft);
  const { guards } = draft;
  const word = /^-?\w+/.exec(text.slice(given.start, given.end))?.[0] ?? '';
  if (/^(?:-?include|sinclude)$/.test(word)) {
    const files = trimmed(text, { start: given.start + word.length, end: given.end });
    draft.items.push({ kind: 'include', files, guards, ...given });
    return;
  }
  const assign = assignAt(text, given, guards);
  if (assign?.isDefine) {
    draft.define = { assign, from: Math.min(line.end + 1, text.length) };
    return;
  }
  if (assign) {
    draft.items.push(assign);
    return;
  }
  const rule = ruleAt(text, given, line, guards);
  if (!rule) return;
  draft.rule = { ...rule, recipe: [...rule.recipe] };
  draft.items.push(draft.rule);
}

function readCondition(reading: ConditionReading, draft: Draft): void {
  const { guards } = draft;
  if (reading.kind === 'if' ? guards.length >= GUARDS_MAX : draft.deeper > 0) {
    if (reading.kind !== 'else') draft.deeper += reading.kind === 'if' ? 1 : -1;
    return;
  }
  switch (reading.kind) {
    case 'if': {
      const of = { condition: reading.condition, start: reading.start };
      draft.guards = [...guards, { of, arm: 0, isJoined: false }];
      return;
    }
    case 'else': {
      const last = guards.at(-1);
      if (!last) return;
      const others = [...guards.slice(0, -1), { ...last, arm: 1 as const }];
      const { condition, start } = reading;
      draft.guards =
        condition && guards.length < GUARDS_MAX
          ? [...others, { of: { condition, start }, arm: 0, isJoined: true }]
          : others;
      return;
    }
    case 'endif': {
      const kept = [...guards];
      while (kept.pop()?.isJoined) {}
      draft.guards = kept;
    }
  }
}
