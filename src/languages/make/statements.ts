//! Assignments and rules, told apart by what comes first: an operator, or the colon behind targets.

import { closing, trimmed } from './lines.ts';
import type { AssignOperator, Guard, MakeAssign, MakeRule, Stretch } from './tree.ts';

const MODIFIERS = /^(?:(?:export|override|private|unexport)\s+)+/;

/** `undefined` for what assigns nothing. */
export function assignAt(
  text: string,
  given: Stretch,
  guards: readonly Guard[],
): MakeAssign | undefined {
  const head = MODIFIERS.exec(text.slice(given.start, given.end))?.[0].length ?? 0;
  const start = given.start + head;
  const define = /^define\s+/.exec(text.slice(start, given.end))?.[0].length ?? 0;
  const from = start + define;
  const sign = signIn(text, { start: from, end: given.end });
  if (define > 0) {
    const name = trimmed(text, { start: from, end: sign?.at ?? given.end });
    const operator = sign?.operator ?? '=';
    return { kind: 'assign', name, operator, value: name, isDefine: true, guards, ...given };
  }
  if (!sign) return undefined;
  const name = trimmed(text, { start: from, end: sign.at });
  if (name.end <= name.start || /[\s:]/.test(text.slice(name.start, name.end))) return undefined;
  const value = trimmed(text, { start: sign.at + sign.length, end: given.end });
  const { operator } = sign;
  return { kind: 'assign', name, operator, value, isDefine: false, guards, ...given };
}

interface Sign {
  readonly operator: AssignOperator;
  readonly at: number;
  readonly length: number;
}

const SIGN = /(?:::?:?|[?+!])?=/y;

/** The first operator outside of brackets. */
function signIn(text: string, { start, end }: Stretch): Sign | undefined {
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    if (letter === '$' && /[({]/.test(text.charAt(at + 1))) {
      at = closing(text, at + 1, end);
      continue;
    }
    if (!/[:?+!=]/.test(letter)) continue;
    SIGN.lastIndex = at;
    const spelled = SIGN.exec(text)?.[0];
    if (spelled === undefined) continue;
    const operator = spelled.startsWith(':') ? ':=' : OPERATORS.get(spelled);
    return operator && { operator, at, length: spelled.length };
  }
  return undefined;
}

const OPERATORS: ReadonlyMap<string, AssignOperator> = new Map<string, AssignOperator>([
  ['=', '='],
  ['?=', '?='],
  ['+=', '+='],
  ['!=', 'shell'],
]);

/** `targets: prerequisites ; command`; `undefined` for what is no rule. */
export function ruleAt(
  text: string,
  given: Stretch,
  line: Stretch,
  guards: readonly Guard[],
): MakeRule | undefined {
  const colon = find(text, given, ':');
  if (colon === undefined) return undefined;
  const targets = trimmed(text, { start: given.start, end: colon });
  if (targets.end <= targets.start) return undefined;
  const from = text.charAt(colon + 1) === ':' ? colon + 2 : colon + 1;
  const rest = { start: from, end: given.end };
  const assign = assignAt(text, trimmed(text, rest), guards);
  const rule = { kind: 'rule' as const, targets, guards, ...given };
  if (assign) return { ...rule, prerequisites: [], recipe: [], variables: [assign] };
  const semicolon = find(text, rest, ';');
  const bar = find(text, { start: from, end: semicolon ?? given.end }, '|');
  const until = semicolon ?? given.end;
  const command =
    semicolon === undefined ? [] : [trimmed(text, { start: semicolon + 1, end: line.end })];
  return {
    ...rule,
    prerequisites: [
      { start: from, end: bar ?? until },
      { start: bar === undefined ? until : bar + 1, end: until },
    ],
    recipe: command.filter(it => it.end > it.start).map(it => ({ ...it, guards })),
    variables: [],
  };
}

/** Outside of brackets; the colon of a drive, `C:\x`, is none. */
function find(text: string, { start, end }: Stretch, wanted: string): number | undefined {
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    if (letter === '$' && /[({]/.test(text.charAt(at + 1))) at = closing(text, at + 1, end);
    else if (letter === '\\') at += 1;
    else if (letter === wanted) return at;
  }
  return undefined;
}
