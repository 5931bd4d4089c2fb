//! Blocks of code as values, and who runs them: `It 'deploys' { … }`, `$deploy = { … }`, `{ … } | Should -Not -Throw`.

import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { argumentItems, argumentValues, typeOf } from './accesses.ts';
import { cmdletName } from './command-words.ts';
import { type Context, placeOf } from './context.ts';
import { inProcess } from './effects.ts';
import type { Operand, PsHash, PsInvocation, PsVariable, Stretch } from './operand-tree.ts';
import { withoutCasts } from './operators.ts';
import { bodyOf } from './statements.ts';
import type { PsCommand, PsItem, PsPipeline, Statement } from './tree.ts';
import { variableName } from './variables.ts';

/** The code that a value is, whatever it is cast to: `[scriptblock] { … }`, `({ … }).GetNewClosure()`. */
export function codeOf(value: Statement | undefined): Operand | undefined {
  const operand = operandOf(value);
  return operand && codeIn(operand);
}

function operandOf(value: Statement | undefined): Operand | undefined {
  if (value?.kind !== 'pipeline' || value.next || value.elements.length > 1) return undefined;
  const [element] = value.elements;
  return element?.kind === 'expression' ? onlyOperand(element.items) : undefined;
}

function onlyOperand(items: readonly PsItem[]): Operand | undefined {
  const [only, ...others] = withoutCasts(items);
  return only?.kind === 'operand' && others.length === 0 ? only.operand : undefined;
}

/** A block, or `[scriptblock]::Create($text)`. */
function codeIn(operand: Operand): Operand | undefined {
  if (operand.kind === 'block') return operand;
  if (operand.kind === 'group' && operand.body.length === 1) return codeOf(operand.body[0]);
  if (operand.kind !== 'invocation') return undefined;
  const { of, name, isStatic } = operand.of;
  if (isStatic) {
    return /scriptblock$/.test(typeOf(of)) && /^create$/i.test(name) ? operand : undefined;
  }
  return /^getnewclosure$/i.test(name) ? codeIn(of) : undefined;
}

function bodyOfCode(code: Operand, context: Context): readonly Step[] {
  if (code.kind === 'block') return bodyOf(code.body, { ...context, isInFunction: true });
  if (code.kind !== 'invocation') return [];
  const [source] = argumentValues(code.args, context);
  const at = placeOf(context, code);
  return source ? [{ kind: 'script', language: 'powershell', source, at }] : [];
}

/** Code in a variable is a function: `& $deploy`. */
export function codeDefinition(variable: PsVariable, code: Operand, context: Context): Step {
  const name = variableName(variable.name);
  context.notes.blocks.add(name);
  return defined(name, code, context);
}

const defined = (name: string, code: Operand, context: Context): Step => ({
  kind: 'define',
  name,
  body: bodyOfCode(code, context),
  at: placeOf(context, code),
});

/** `@{ ScriptBlock = { … } }`: whoever is given the hashtable may run it, by a name that nobody can write. */
export const entryBlocks = (hash: PsHash, context: Context): readonly Step[] =>
  hash.entries.flatMap(({ value }) => {
    const code = codeOf(value);
    return code ? [defined(`{${code.start}}`, code, context)] : [];
  });

/** A command that is given a block of code runs it: `It 'deploys' { … }`, `Start-Job { … }`. */
export const argumentBlocks = (command: PsCommand, context: Context): readonly Step[] =>
  command.args.flatMap(argument => {
    if (argument.kind === 'verbatim') return [];
    const items = argument.kind === 'value' ? argument.items : (argument.value?.items ?? []);
    return items.flatMap(it => blockSteps(it, context));
  });

/** What is run when somebody is given the operand, and runs what code there is in it. */
function blockSteps(operand: Operand, context: Context): readonly Step[] {
  const code = codeIn(operand);
  if (code) {
    const body = bodyOfCode(code, context);
    return body.length === 0 ? [] : [inProcess(body, placeOf(context, code))];
  }
  if (operand.kind === 'variable') return blockCall(variableName(operand.name), operand, context);
  return operand.kind === 'hash' ? entryBlocks(operand, context) : [];
}

function blockCall(name: string, stretch: Stretch, context: Context): readonly Step[] {
  if (!context.notes.blocks.has(name)) return [];
  const at = placeOf(context, stretch);
  return [{ kind: 'command', words: [literal(name, at)], environment: [], at }];
}

/** `{ … }.Invoke()`, `$deploy.InvokeReturnAsIs()`, `$all.ForEach({ … })`. */
export function methodBlocks({ of, args }: PsInvocation, context: Context): readonly Step[] {
  const own = /^invoke/i.test(of.name) && !of.isStatic ? blockSteps(of.of, context) : [];
  const given = argumentItems(args).flatMap(it => {
    const operand = onlyOperand(it);
    return operand ? blockSteps(operand, context) : [];
  });
  return [...own, ...given];
}

/** Commands that run what comes down the pipeline: Pester's `Should -Not -Throw`, and who says so. */
const RUNNERS = /^(?:should|(?:assert|invoke|measure|start)-\w+)$/;

/** `{ … } | Should -Not -Throw`. */
export function pipedBlocks({ elements }: PsPipeline, context: Context): readonly Step[] {
  const [first, second] = elements;
  if (first?.kind !== 'expression' || second?.kind !== 'command') return [];
  const operand = onlyOperand(first.items);
  return operand && RUNNERS.test(cmdletName(second, context)) ? blockSteps(operand, context) : [];
}
