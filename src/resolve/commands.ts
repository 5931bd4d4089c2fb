//! Command lines as they turn out: functions, wrappers, scripts, and calls of tools.

import { type CommandCall, type Word, wordText } from '../domain/call.ts';
import { literalOf } from '../domain/literal.ts';
import { commandName, programOfPath } from '../domain/program-name.ts';
import type { Span } from '../domain/span.ts';
import type { CommandStep } from '../domain/step.ts';
import { textRegion } from '../domain/word-expression.ts';
import { CALLS_DEEP_MAX } from './budget.ts';
import type { Datum } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { isOfInterest } from './interest.ts';
import { endingWith, join, keepMachine, rejoinAll } from './join.ts';
import { noteOwner } from './own-variables.ts';
import { isReadBy } from './programs.ts';
import { scriptOf } from './script-words.ts';
import { noteMissing, runScriptFile } from './scripts.ts';
import { keepBoth } from './sessions.ts';
import { copyOf, functionNamed, type ShellFunction, type State, subshell } from './state.ts';
import { enterText } from './texts.ts';
import { commandLines } from './words.ts';
import { type Frame, placeKey } from './world.ts';
import { shellText, unwrap } from './wrappers.ts';
import { noteFile, partsText } from './written-files.ts';

export function runCommand(step: CommandStep, state: State, frame: Frame): void {
  runLines(step, state, frame);
  if (step.mayFail) keepBoth(state);
}

function runLines(step: CommandStep, state: State, frame: Frame): void {
  state.hasSucceeded = undefined;
  state.replaced = new Map();
  if (step.output) noteFile(step.output, step, state, frame);
  if (!isOfInterest(step, state, frame.world)) return;
  const inside = withEnvironment(step, state, frame);
  const rows = commandLines(step.words, state, frame);
  const [only, ...others] = rows;
  if (only && others.length === 0) return dispatch(only, step, inside, frame);
  const ways = rows.map(row => {
    const way = copyOf(inside);
    dispatch(row, step, way, { ...frame, isAlternative: true });
    return way;
  });
  join(inside, ways);
}

/** `X=1 command`: set for the command alone; what it does to sessions and files stays. */
function withEnvironment(step: CommandStep, state: State, frame: Frame): State {
  if (step.environment.length === 0) return state;
  const variables = state.variables.fork();
  const inside = { ...state, variables };
  for (const { name, value } of step.environment) {
    variables.set(name, evaluate(value, state, frame));
    noteOwner(name, false, step.at, inside);
  }
  return inside;
}

function dispatch(words: readonly Word[], step: CommandStep, state: State, frame: Frame): void {
  const command = unwrap(words);
  const [first, ...rest] = command.words;
  if (!first) return;
  const inside =
    command.environment.length === 0 ? state : withVariables(command.environment, state);
  const name = wordText(first);
  const called = name === undefined ? undefined : functionNamed(name, inside);
  // A function or script that is called like the program stands in for it: `az() { docker run … az "$@"; }`;
  // one that is only called as a family of programs is (`Connect-AzOurs`) is none of them.
  const isOwn = called && !frame.world.namedPrograms.has(programOfPath(name ?? ''));
  const program = commandName(first);
  if (program !== undefined && !isOwn && isRead(program, command.words, frame)) {
    const input = inputOf(step, inside, frame);
    const at = placeOfLine(command.words, step);
    const call = { kind: 'command' as const, words: command.words, ...input, at };
    frame.world.perform([call], inside, frame);
    state.hasSucceeded = inside.hasSucceeded;
    return;
  }
  if (called) return callFunction(called, rest, step, inside, calling(called, first, step, frame));
  const text = shellText(command.words);
  // What the file spells out its language has read already, as a script of its own.
  if (text && !isSpelledOut(text, step)) return runText(text, step, inside, frame);
  const script = scriptOf(name, first, rest);
  if (!script) return;
  const given = argumentsOf(script.rest);
  const isFound = script.paths.some(it => {
    const call = { path: datumOf(it), arguments: given, sharesProcess: false, at: step.at };
    return runScriptFile(call, inside, frame);
  });
  const [path] = script.paths;
  if (!isFound && path) noteMissing(datumOf(path), step.at, frame);
}

/** A line that is handed over as a whole, `run(["az", "login"])`, stands where somebody wrote it. */
function placeOfLine(words: readonly Word[], { words: [start], at }: CommandStep): Span {
  const isWhole = start?.kind === 'elements' || start?.kind === 'split';
  const from = isWhole ? words[0]?.from : undefined;
  if (!from) return at;
  const ends = words.flatMap(it => (it.from?.path === from.path ? [it.from.end] : []));
  return { ...from, end: Math.max(from.end, ...ends) };
}

/** A heredoc, or what the command before it in a pipeline prints; of several texts the first. */
function inputOf({ input }: CommandStep, state: State, frame: Frame): Pick<CommandCall, 'input'> {
  const [datum] = input ? evaluate(input, state, frame) : [];
  if (!input || datum?.kind !== 'string') return {};
  return { input: { parts: datum.parts, splits: false, at: input.at } };
}

const isRead = (name: string, words: readonly Word[], { world }: Frame): boolean =>
  isReadBy(world, name, () => words.some(it => world.watched.isIn(partsText(it.parts))));

const isSpelledOut = (text: Word, { words }: CommandStep): boolean =>
  words.some(it => literalOf(it) !== undefined && literalOf(it) === wordText(text));

/** `bash -c "$COMMAND"`, its text known only now. */
function runText(text: Word, step: CommandStep, state: State, frame: Frame): void {
  const region = textRegion({ parts: text.parts, at: text.from ?? text.at });
  const entered = enterText('bash', region, frame);
  if (!entered) return;
  const inside = subshell(state);
  frame.world.runSteps(entered.program.steps, inside, { ...entered.frame, site: step.at });
  rejoinAll(inside);
  keepMachine(state, inside);
}

function withVariables(environment: readonly (readonly [string, Word])[], state: State): State {
  const variables = state.variables.fork();
  for (const [name, word] of environment) {
    variables.set(name, [datumOf(word)]);
    noteOwner(name, false, word.at, { variables });
  }
  return { ...state, variables };
}

/** A function of another file is one more place on the way; where it is called in its own, nobody gets lost. */
function calling(called: ShellFunction, name: Word, step: CommandStep, frame: Frame): Frame {
  if (called.at.path === step.at.path || titleOf(called) !== undefined) return frame;
  const link = { at: step.at, message: `calls \`${wordText(name)}\`` };
  return { ...frame, chain: [...frame.chain, link] };
}

/** "task `deploy`": of a function that does nothing but run a task. */
const titleOf = ({ body: [first] }: ShellFunction): string | undefined =>
  first?.kind === 'run' ? first.title : undefined;

function callFunction(
  called: ShellFunction,
  words: readonly Word[],
  { at }: CommandStep,
  state: State,
  frame: Frame,
): void {
  const place = placeKey(called.at);
  const key = `function:${place}`;
  frame.world.calledFunctions.add(place);
  // A function that calls itself is followed once: the second time holds nothing new. A task that needs itself never ends.
  if (frame.running.has(key)) {
    const title = titleOf(called);
    if (title)
      frame.world.problems.push({ at, message: `${title} runs itself, which is not followed` });
    return;
  }
  if (frame.running.size >= CALLS_DEEP_MAX) return;
  const { arguments: before, shadowed } = state;
  state.arguments = argumentsOf(words);
  state.shadowed = new Map();
  const { inputs, locals, home } = called.home ?? frame;
  const running = new Set([...frame.running, key]);
  endingWith('function', state, () =>
    frame.world.runSteps(called.body, state, { ...frame, inputs, locals, home, running }),
  );
  for (const [name, value] of state.shadowed) {
    if (value) state.variables.set(name, value);
    else state.variables.delete(name);
  }
  state.shadowed = shadowed;
  state.arguments = before;
}

/** `undefined` when one of them may be any number of words. */
const argumentsOf = (words: readonly Word[]): readonly Datum[] | undefined =>
  words.some(word => word.splits) ? undefined : words.map(datumOf);

const datumOf = (word: Word): Datum => ({ kind: 'string', parts: word.parts, at: word.at });
