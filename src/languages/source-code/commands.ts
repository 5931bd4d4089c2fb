//! Steps that start programs: a line for a shell, a program with its arguments, the folder and environment they run in.

import { programSteps } from '../../domain/argument-vector.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import { type Lowering, placeIn } from './lowering.ts';
import { bareMember, calledName } from './meanings.ts';
import { isList } from './operations.ts';
import { variableName } from './scope.ts';
import type { Code, CodeCall } from './tree.ts';
import { codeValue } from './values.ts';

/** A text that a shell runs. */
export function shellLine(line: Code, call: CodeCall, lowering: Lowering): readonly Step[] {
  const at = placeIn(lowering, call);
  return [
    inProcess([{ kind: 'script', language: 'bash', source: codeValue(line, lowering), at }], at),
  ];
}

/** A list of words, or a text: of what is not spelled out here only the run tells which of them it is. */
export function wordsOrLine(command: Code, call: CodeCall, lowering: Lowering): readonly Step[] {
  const at = placeIn(lowering, call);
  if (command.kind === 'string') return shellLine(command, call, lowering);
  const value = codeValue(command, lowering);
  const words: readonly Expression[] =
    value.kind === 'list' ? value.items : [{ kind: 'elements', of: value, at: value.at }];
  const started = startedBy(words, at);
  if (value.kind === 'list' || isList(command, lowering)) return started;
  return [...started, ...shellLine(command, call, lowering)];
}

/** A shell's text is a script, and ends with its process. */
function startedBy(words: readonly Expression[], at: Step['at']): readonly Step[] {
  const steps = programSteps(words, at);
  return steps.every(it => it.kind === 'command') ? steps : [inProcess(steps, at)];
}

/** A program, and a list of its arguments. */
export function programWithList(
  program: Code,
  list: Code | undefined,
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] {
  const at = placeIn(lowering, call);
  const args: readonly Expression[] = !list
    ? []
    : list.kind === 'list'
      ? elementsOf(codeValue(list, lowering))
      : [{ kind: 'elements', of: codeValue(list, lowering), at }];
  return startedBy([codeValue(program, lowering), ...args], at);
}

const elementsOf = (value: Expression): readonly Expression[] =>
  value.kind === 'list' ? value.items : [value];

/** A program with its arguments one by one. */
export function programWithArguments(
  words: readonly Expression[],
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] {
  return startedBy(words, placeIn(lowering, call));
}

/** What a program does to its own variables and folder ends with it. */
export const inProcess = (
  body: readonly Step[],
  at: Step['at'],
  extra: Surroundings = {},
): Step => ({
  kind: 'scope',
  ends: 'process',
  environment: extra.environment ?? [],
  ...(extra.folder ? { folder: extra.folder } : {}),
  body,
  at,
});

export interface Surroundings {
  readonly environment?: readonly Entry[];
  readonly folder?: Expression;
}

/** The steps in another folder or with more variables, where the call says so. */
export function surrounded(
  steps: readonly Step[],
  folder: Code | undefined,
  environment: Code | undefined,
  lowering: Lowering,
): readonly Step[] {
  const [first] = steps;
  const value = environment && codeValue(environment, lowering);
  const entries = value ? spelledEntries(value) : [];
  if (!first || (!folder && entries.length === 0)) return steps;
  const extra = folder ? { folder: codeValue(folder, lowering) } : {};
  return [inProcess(steps, first.at, { ...extra, environment: entries })];
}

/** `{**os.environ, "X": y}` adds to what is there. */
function spelledEntries(value: Expression): readonly Entry[] {
  if (value.kind === 'object') return value.entries;
  return value.kind === 'call' && value.name === 'merge' ? value.args.flatMap(spelledEntries) : [];
}

/** Names that people give to functions that run a command. */
const RUNNER =
  /^_*(?:run|exec|execute|sh|shell|system|spawn|invoke|call|cmd|command|bash|pwsh|powershell)(?:_?(?:cmd|command|commands|shell|script|process|sync|async|az|cli|local|bash|line|subprocess|and_\w+))*$/i;

/**
 * `run("az login …")`, a function of elsewhere: its name and what it is given say what it does.
 * `undefined` when they do not.
 */
export function runnerSteps(
  name: string,
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] | undefined {
  const [first, second] = call.args;
  if (!RUNNER.test(name) || !first || first.isSpread || first.name !== undefined) return undefined;
  const command = first.value;
  const at = placeIn(lowering, call);
  const spelled = spelledOut(command, lowering);
  if (spelled?.kind === 'list') return maybe(wordsOrLine(command, call, lowering), at);
  const value = codeValue(command, lowering);
  if (command.kind === 'name' && value.kind === 'reference' && spelled?.kind !== 'string') {
    // A parameter: only the call tells what it is.
    const words: Expression = { kind: 'split', of: { kind: 'elements', of: value, at }, at };
    return maybe([{ kind: 'command', words: [words], environment: [], at }], at);
  }
  if (spelled?.kind !== 'string') return undefined;
  const list = second?.name === undefined ? second?.value : undefined;
  if (list?.kind === 'list') return maybe(programWithList(command, list, call, lowering), at);
  // Not as a script: it may be a query or a sentence, and then it is nobody's mistake.
  const words: readonly Expression[] = [{ kind: 'split', of: value, at }];
  return maybe([{ kind: 'command', words, environment: [], at }], at);
}

/** What a variable was given where it stands, or a text that is filled in, when that is spelled out. */
function spelledOut(code: Code, lowering: Lowering): Code | undefined {
  const { notes, scope, dialect } = lowering;
  if (code.kind === 'call') {
    const [text] = code.args;
    const result = dialect.resultOf(code, calledName(code, lowering), lowering);
    const isFormat = result?.kind === 'call' && result.name === 'format';
    return isFormat && text && text.value.kind !== 'call' ? spelledOut(text.value, lowering) : code;
  }
  if (code.kind !== 'name') return code;
  const variable = variableName(code.name, scope) ?? bareMember(code.name, notes);
  return variable === undefined ? code : notes.literals.get(variable);
}

const maybe = (steps: readonly Step[], at: Step['at']): readonly Step[] => [
  { kind: 'branch', arms: [steps], isExhaustive: false, at },
];
