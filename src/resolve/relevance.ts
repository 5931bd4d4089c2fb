//! Which scripts can come upon a sign-in or an operation at all: the others need not be run by themselves.

import { CONTAINER_IMAGE } from '../domain/container-image.ts';
import type { Expression } from '../domain/expression.ts';
import { expressionParts, innerSteps, stepExpressions } from '../domain/expression-parts.ts';
import type { Routine } from '../domain/facts.ts';
import { literalOf } from '../domain/literal.ts';
import { programOfPath } from '../domain/program-name.ts';
import type { Region } from '../domain/region.ts';
import type { Step } from '../domain/step.ts';
import type { Program } from '../domain/surface.ts';
import { baseName } from './paths.ts';
import type { Programs } from './programs.ts';

export interface RelevanceInput {
  readonly scripts: readonly Routine[];
  /** Programs of which any use counts. */
  readonly programs: Programs;
  /** Texts that count whatever program they are given to. */
  readonly texts: readonly RegExp[];
  /** Programs that run the tasks of a file. */
  readonly taskRunners: Programs;
  programOf(language: string, region: Region): Program | undefined;
}

/** What a body names. A name stands for every function and every script file of that name. */
interface Mentions {
  /** A program that some reader reads. */
  isRelevant: boolean;
  readonly names: Set<string>;
}

/**
 * The paths of the scripts that are relevant; wrong only in being too many. Those of one file go together.
 * Whoever sources a file runs what stands outside of its functions, and of those only what it names.
 */
export function relevantScripts(input: RelevanceInput): ReadonlySet<string> {
  const byName = new Map<string, Mentions[]>();
  const byFile = new Map<string, Mentions[]>();
  const taskFiles = new Set(input.scripts.flatMap(it => (it.isOfTasks ? [it.at.path] : [])));
  for (const [path, bodies] of bodiesOf(input.scripts)) {
    const outside = mentionsOf(bodies, path, input);
    const functions = [...definitionsIn(bodies)].map(({ name, body }) => ({
      name,
      mentions: mentionsOf(body, path, input),
    }));
    byFile.set(path, [outside, ...functions.map(it => it.mentions)]);
    add(byName, baseName(path), outside);
    if (taskFiles.has(path)) add(byName, ANY_TASK, outside);
    for (const { name, mentions } of functions) add(byName, name, mentions);
  }
  const relevant = relevantMentions(byName);
  return new Set(
    input.scripts
      .filter(({ at }) => byFile.get(at.path)?.some(it => relevant.has(it)))
      .map(it => it.path),
  );
}

/** What a runner of tasks names: any task of any file. */
const ANY_TASK = '%task';

function bodiesOf(scripts: readonly Routine[]): ReadonlyMap<string, readonly Step[]> {
  const all = new Map<string, Step[]>();
  for (const { at, body } of scripts) {
    const before = all.get(at.path);
    if (before) before.push(...body);
    else all.set(at.path, [...body]);
  }
  return all;
}

function add(byName: Map<string, Mentions[]>, name: string, mentions: Mentions): void {
  const before = byName.get(name);
  if (before) before.push(mentions);
  else byName.set(name, [mentions]);
}

/** From those that are relevant by themselves back to all that name them, a name at a time. */
function relevantMentions(byName: ReadonlyMap<string, readonly Mentions[]>): ReadonlySet<Mentions> {
  const callers = new Map<string, Mentions[]>();
  const namesOf = new Map<Mentions, string[]>();
  for (const [name, all] of byName) {
    for (const mentions of all) namesOf.set(mentions, [...(namesOf.get(mentions) ?? []), name]);
  }
  for (const caller of namesOf.keys()) {
    for (const name of caller.names) if (byName.has(name)) add(callers, name, caller);
  }
  const relevant = new Set<Mentions>();
  const waiting = [...namesOf.keys()].filter(it => it.isRelevant);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (relevant.has(next)) continue;
    relevant.add(next);
    for (const name of namesOf.get(next) ?? []) {
      waiting.push(...(callers.get(name) ?? []));
      callers.delete(name);
    }
  }
  return relevant;
}

function* definitionsIn(steps: readonly Step[]): Iterable<Step & { kind: 'define' }> {
  for (const step of steps) {
    if (step.kind === 'define') yield step;
    yield* definitionsIn(innerSteps(step));
  }
}

function mentionsOf(steps: readonly Step[], path: string, input: RelevanceInput): Mentions {
  const mentions: Mentions = { isRelevant: false, names: new Set() };
  const visit = (all: readonly Step[]): void => {
    for (const step of all) {
      // A file that runs what it is made of names no other file of that name.
      if (step.kind === 'run' && literalOf(step.path)?.split('#')[0] === path) continue;
      for (const expression of stepExpressions(step)) visitExpression(expression);
      if (CALLS_OF_OTHERS.has(step.kind)) mentions.isRelevant = true;
      if (step.kind === 'run' && step.routine === CONTAINER_IMAGE) mentions.isRelevant = true;
      if (step.kind === 'script') visit(programSteps(step, input));
      if (step.kind !== 'define') visit(innerSteps(step));
    }
  };
  const visitExpression = (expression: Expression): void => {
    if (expression.kind === 'text') mention(expression.region.text, mentions, input);
    if (expression.kind === 'output') visit(expression.of);
    for (const part of expressionParts(expression)) visitExpression(part);
  };
  visit(steps);
  return mentions;
}

/** Steps that are read for what they are, not for a program they name. */
const CALLS_OF_OTHERS: ReadonlySet<Step['kind']> = new Set(['component', 'construct', 'detached']);

const programSteps = (step: Step & { kind: 'script' }, input: RelevanceInput): readonly Step[] =>
  step.source.kind === 'text'
    ? (input.programOf(step.language, step.source.region)?.steps ?? [])
    : [];

/**
 * A text may be a command, the path of a script, or become a part of one somewhere else:
 * what a script runs, however it puts it together, it spells out in some text.
 */
function mention(text: string, mentions: Mentions, input: RelevanceInput): void {
  if (input.texts.some(it => it.test(text))) mentions.isRelevant = true;
  for (const word of text.split(/[\s"'`;|&()=]+/)) {
    // An image of `docker run` has the name of its program, and a version behind it.
    const program = programOfPath(word.replace(/[:@][^/\\]*$/, ''));
    const isRead = input.programs.has(program) && !input.taskRunners.has(program);
    if (isRead) mentions.isRelevant = true;
    else if (word !== '') addName(baseName(word.replaceAll('\\', '/')), mentions);
  }
  if (runsTask(text, input)) mentions.names.add(ANY_TASK);
}

/** What may stand before the program of a command. */
const BEFORE = /=|^-|^(?:sudo|env|time|exec|nohup|call)$/;

/** Runners are called like words that people write: only where a command begins is one meant. */
const runsTask = (text: string, { taskRunners }: RelevanceInput): boolean =>
  text.split(/[;&|()\n"'`]+/).some(command => {
    const program = command.split(/\s+/).find(it => it !== '' && !BEFORE.test(it));
    return program !== undefined && taskRunners.has(programOfPath(program));
  });

/** PowerShell calls its functions in any case. */
function addName(name: string, { names }: Mentions): void {
  names.add(name);
  names.add(name.toLowerCase());
}
