//! Which scripts can come upon a sign-in or an operation at all: the others need not be run by themselves.

import type { Expression } from '../domain/expression.ts';
import type { Routine } from '../domain/facts.ts';
import { literalOf } from '../domain/literal.ts';
import { programOfPath } from '../domain/program-name.ts';
import type { Region } from '../domain/region.ts';
import type { CommandStep, Step } from '../domain/step.ts';
import type { Program } from '../domain/surface.ts';
import { expressionParts, innerSteps, stepExpressions } from './expression-parts.ts';
import { baseName } from './paths.ts';
import { isWrapper } from './wrappers.ts';

export interface RelevanceInput {
  readonly scripts: readonly Routine[];
  readonly programs: ReadonlySet<string>;
  programOf(language: string, region: Region): Program | undefined;
}

/** What a body names. A name stands for every function and every script file of that name. */
interface Mentions {
  /** A program that some reader reads, or something that is only known when it runs. */
  isRelevant: boolean;
  readonly names: Set<string>;
}

/** The paths of the scripts that are relevant; wrong only in being too many. */
export function relevantScripts(input: RelevanceInput): ReadonlySet<string> {
  const bodies = input.scripts.map(script => mentionsOf(script.body, input));
  const byName = new Map<string, Mentions[]>();
  for (const [index, script] of input.scripts.entries()) {
    const mentions = bodies[index];
    if (mentions) add(byName, baseName(script.path), mentions);
    for (const { name, body } of definitionsIn(script.body)) {
      const inside = mentionsOf(body, input);
      add(byName, name, inside);
      // Whoever sources the file may call it, so the script is as relevant as its functions are.
      mentions?.names.add(name);
    }
  }
  const relevant = relevantMentions(byName);
  return new Set(input.scripts.filter((_, it) => isIn(relevant, bodies[it])).map(it => it.path));
}

const isIn = (all: ReadonlySet<Mentions>, one: Mentions | undefined): boolean =>
  one !== undefined && all.has(one);

function add(byName: Map<string, Mentions[]>, name: string, mentions: Mentions): void {
  const before = byName.get(name);
  if (before) before.push(mentions);
  else byName.set(name, [mentions]);
}

/** From those that are relevant by themselves back to all that name them. */
function relevantMentions(byName: ReadonlyMap<string, readonly Mentions[]>): ReadonlySet<Mentions> {
  const callers = new Map<Mentions, Mentions[]>();
  const all = new Set([...byName.values()].flat());
  for (const caller of all) {
    for (const called of [...caller.names].flatMap(name => byName.get(name) ?? [])) {
      const before = callers.get(called);
      if (before) before.push(caller);
      else callers.set(called, [caller]);
    }
  }
  const relevant = new Set<Mentions>();
  const waiting = [...all].filter(it => it.isRelevant);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (relevant.has(next)) continue;
    relevant.add(next);
    waiting.push(...(callers.get(next) ?? []));
  }
  return relevant;
}

function* definitionsIn(steps: readonly Step[]): Iterable<Step & { kind: 'define' }> {
  for (const step of steps) {
    if (step.kind === 'define') yield step;
    yield* definitionsIn(innerSteps(step));
  }
}

function mentionsOf(steps: readonly Step[], input: RelevanceInput): Mentions {
  const mentions: Mentions = { isRelevant: false, names: new Set() };
  const visit = (all: readonly Step[]): void => {
    for (const step of all) {
      for (const expression of stepExpressions(step)) visitExpression(expression);
      visitStep(step, mentions, input, visit);
      if (step.kind !== 'define') visit(innerSteps(step));
    }
  };
  const visitExpression = (expression: Expression): void => {
    if (expression.kind === 'output') visit(expression.of);
    for (const part of expressionParts(expression)) visitExpression(part);
  };
  visit(steps);
  return mentions;
}

function visitStep(
  step: Step,
  mentions: Mentions,
  input: RelevanceInput,
  visit: (steps: readonly Step[]) => void,
): void {
  switch (step.kind) {
    case 'command':
      return mentionCommand(step, mentions, input);
    case 'run':
      return mention(step.path, mentions, input);
    case 'script': {
      const { source } = step;
      if (source.kind !== 'text') mentions.isRelevant = true;
      else visit(input.programOf(step.language, source.region)?.steps ?? []);
      return;
    }
    case 'component':
    case 'construct':
    case 'detached':
      mentions.isRelevant = true;
      return;
    case 'assign':
    case 'define':
    case 'change-folder':
    case 'write':
    case 'branch':
    case 'loop':
    case 'scope':
    case 'stop':
      return;
  }
}

function mentionCommand(
  { words: [first, ...rest] }: CommandStep,
  mentions: Mentions,
  input: RelevanceInput,
): void {
  if (!first) return;
  mention(first, mentions, input);
  const name = literalOf(first);
  if (name === undefined || !isWrapper(name)) return;
  for (const word of rest) mention(word, mentions, input);
}

/** A word that may be a program, a function or the path of a script. */
function mention(word: Expression, mentions: Mentions, input: RelevanceInput): void {
  const text = literalOf(word) ?? knownEnd(word);
  if (text === undefined || input.programs.has(programOfPath(text))) mentions.isRelevant = true;
  else mentions.names.add(baseName(text));
}

/** `/x.sh` of `"$DIR/x.sh"`: enough to know the file's name. */
function knownEnd(word: Expression): string | undefined {
  const last = word.kind === 'join' ? word.parts.at(-1) : undefined;
  const text = last && literalOf(last);
  return text?.includes('/') ? text : undefined;
}
