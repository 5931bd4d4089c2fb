//! What C# reads from its environment, and the programs that it starts.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { inProcess, programWithList, shellLine } from '../source-code/commands.ts';
import type { EnvironmentRead, LibraryName } from '../source-code/dialect.ts';
import { type Lowering, placeIn } from '../source-code/lowering.ts';
import { calledName, meaningOf } from '../source-code/meanings.ts';
import type { Code, CodeArgument, CodeCall } from '../source-code/tree.ts';
import { codeValue } from '../source-code/values.ts';

export function environmentRead(code: Code, lowering: Lowering): EnvironmentRead | undefined {
  if (code.kind !== 'call') return undefined;
  const name = calledName(code, lowering)?.name;
  const [first] = code.args;
  return name === 'Environment.GetEnvironmentVariable' && first ? { name: first.value } : undefined;
}

export function stepsOf(
  call: CodeCall,
  library: LibraryName | undefined,
  lowering: Lowering,
): readonly Step[] | undefined {
  const at = placeIn(lowering, call);
  const [first, second] = call.args;
  switch (library?.name) {
    case 'Environment.SetEnvironmentVariable':
      return first && second ? setVariable(first.value, second.value, call, lowering) : undefined;
    case 'Process.Start':
      return processStart(call, lowering);
    case 'ProcessStartInfo':
      return isWhole(call.args) ? startedBy(call, lowering) : [];
    case 'Command.Run':
    case 'Command.RunAsync':
    case 'Command.Read':
    case 'Command.ReadAsync':
      return startedBy(call, lowering);
    case 'PowerShell.AddScript':
      return first
        ? [{ kind: 'script', language: 'powershell', source: codeValue(first.value, lowering), at }]
        : undefined;
    default:
      return undefined;
  }
}

function startedBy(call: CodeCall, lowering: Lowering): readonly Step[] | undefined {
  const started = startOf(call.args, call, lowering);
  return started && [inProcess(started, placeIn(lowering, call))];
}

function setVariable(
  name: Code,
  value: Code,
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] | undefined {
  const variable = codeValue(name, lowering);
  if (variable.kind !== 'text' || variable.region.holes.length > 0) return undefined;
  const { text } = variable.region;
  return [assigned(text, codeValue(value, lowering), placeIn(lowering, call))];
}

/** `Process.Start("az", "login")`; what `new ProcessStartInfo(…)` says at once is a start of its own. */
function processStart(call: CodeCall, lowering: Lowering): readonly Step[] | undefined {
  const [first, second] = call.args;
  if (!first) {
    const process = call.callee.kind === 'member' ? call.callee.of : undefined;
    return process && propertiesLine(process, 'StartInfo.', call, lowering);
  }
  const { value } = first;
  if (!second && value.kind === 'name') return propertiesLine(value, '', call, lowering);
  return startedBy(call, lowering);
}

/** What was set by then, one property after the other: `info.FileName = "az"`. */
function propertiesLine(
  code: Code,
  prefix: string,
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] | undefined {
  const meaning = meaningOf(code, lowering);
  const made = meaning?.kind === 'object' ? meaning.made : undefined;
  const isStarted = made && isWhole(made.args);
  const of = codeValue(code, lowering);
  if (isStarted || of.kind !== 'reference') return [];
  const { at } = of;
  const property = (name: string): Expression => ({ kind: 'member', of, name: prefix + name, at });
  const [first] = made?.args ?? [];
  const program = first ? codeValue(first.value, lowering) : property('FileName');
  const line = lineOf(program, property('Arguments'), call, lowering);
  return [inProcess([line], at)];
}

/** The program and its arguments. */
const isWhole = (args: readonly CodeArgument[]): boolean =>
  args.filter(it => it.name === undefined || /^(?:fileName|arguments(?:List)?)$/i.test(it.name))
    .length > 1;

/** A program with one line of arguments, by place or as properties of what starts it. */
function startOf(
  args: readonly CodeArgument[],
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] | undefined {
  const inOrder = args.filter(it => it.name === undefined);
  const named = (name: string): Code | undefined =>
    args.find(it => it.name?.toLowerCase() === name.toLowerCase())?.value;
  const program = named('fileName') ?? inOrder[0]?.value;
  const given = named('arguments') ?? named('argumentList') ?? inOrder[1]?.value;
  if (!program || program.kind === 'call' || program.kind === 'object') return undefined;
  if (given?.kind === 'list') return programWithList(program, given, call, lowering);
  if (!given) return shellLine(program, call, lowering);
  return [lineOf(codeValue(program, lowering), codeValue(given, lowering), call, lowering)];
}

/** `cmd.exe` with `/c az login` runs the rest of its line as its own language has it. */
function lineOf(program: Expression, line: Expression, call: CodeCall, lowering: Lowering): Step {
  const at = placeIn(lowering, call);
  const source: Expression = { kind: 'join', parts: [program, literal(' ', at), line], at };
  const isCmd = /(?:^|[\\/])cmd(?:\.exe)?$/i.test(literalOf(program) ?? '');
  return { kind: 'script', language: isCmd ? 'batch' : 'bash', source, at };
}
