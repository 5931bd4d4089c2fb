//! Calls of functions: of the file, of a script that was loaded, of a step that `vars/<name>.groovy` defines.
//! Source: https://www.jenkins.io/doc/book/pipeline/shared-libraries/

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { runStep } from '../../domain/task-call.ts';
import type { GroovyCall, GroovyClosure } from '../../languages/groovy/tree.ts';
import { KNOWN_STEPS } from './known-steps.ts';
import {
  namedArgument,
  type Reading,
  scriptFunction,
  scriptVariable,
  variable,
} from './reading.ts';
import { bodySteps } from './statements.ts';
import { expressionOf } from './values.ts';

/** What a script of a library is called among routines. */
export const LIBRARY = 'jenkins-library';

/** `undefined` when it is none: what stands in its blocks runs all the same. */
export function functionSteps(
  call: GroovyCall,
  closures: readonly GroovyClosure[],
  reading: Reading,
): readonly Step[] | undefined {
  const { name, target } = call;
  const held = heldClosure(call, reading);
  if (held) return [commandOf(held, call, [], reading)];
  const isMethod = target && (target.kind !== 'name' || closures.length > 0);
  // `new Builder()` makes something, and runs nothing yet.
  if (isMethod || KNOWN_STEPS.has(name) || /^[A-Z]/.test(name)) return undefined;
  const blocks = closures.map(it => blockFunction(it, reading));
  const words = blocks.map(it => literal(it.name, it.at));
  const command = commandOf(literal(scriptFunction(name), call.nameAt), call, words, reading);
  if (reading.functions.has(name) || target) return [...blocks, command];
  return [...blocks, ...sharedStep(call, blocks, reading), command];
}

/** `body()`, `body.call()`, where the function that is read was given `body`. */
function heldClosure(
  { name, target, nameAt }: GroovyCall,
  reading: Reading,
): Expression | undefined {
  const isMethod = target?.kind === 'name' && target.path.length === 1 && name === 'call';
  const held = isMethod ? target.path[0] : target ? undefined : name;
  const isHeld = held !== undefined && reading.isInFunction && reading.bound.has(held);
  return isHeld && !reading.functions.has(held)
    ? variable(scriptVariable(held), nameAt)
    : undefined;
}

/** A block that a function is given: it runs where that calls it. */
const blockFunction = (closure: GroovyClosure, reading: Reading) => ({
  kind: 'define' as const,
  name: scriptFunction(`block ${closure.at.path.replaceAll(/[\\/]/g, '|')}:${closure.at.start}`),
  isPrivate: true as const,
  body: bodySteps(closure, reading),
  at: closure.at,
});

/** Where there is no such step, what stands in its blocks runs all the same. */
function sharedStep(
  { name, nameAt: at }: GroovyCall,
  blocks: readonly { readonly name: string }[],
  reading: Reading,
): readonly Step[] {
  const body = blocks.map(
    (it): Step => ({
      kind: 'command',
      words: [literal(it.name, at)],
      environment: [],
      at,
    }),
  );
  const otherwise: readonly Step[] =
    body.length === 0
      ? []
      : [{ kind: 'define', name: scriptFunction(name), isPrivate: true, body, at }];
  const isSaid = reading.hasLibrary && !reading.missing.has(name);
  reading.missing.add(name);
  // A path that begins with a dot is said to be missing.
  const path = `${isSaid ? './' : ''}vars/${name}.groovy`;
  return [...otherwise, runStep(LIBRARY, path, at)];
}

function commandOf(
  called: Expression,
  { args, nameAt, at }: GroovyCall,
  blocks: readonly Expression[],
  reading: Reading,
): Step {
  const named: readonly Entry[] = args.flatMap(it =>
    it.name === undefined || it.value.kind === 'closure'
      ? []
      : [{ name: namedArgument(it.name), value: expressionOf(it.value, reading), at: it.at }],
  );
  const plain = args.filter(it => it.name === undefined && it.value.kind !== 'closure');
  const words = [
    called,
    ...(named.length > 0 ? [literal('', nameAt)] : []),
    ...plain.map(it => expressionOf(it.value, reading)),
    ...blocks,
  ];
  const command: Step = { kind: 'command', words, environment: [], at };
  return named.length === 0
    ? command
    : { kind: 'scope', ends: 'process', environment: named, body: [command], at };
}
