//! Calls to steps, in the order in which they happen: programs that they start, functions of the text, what libraries do.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { runnerSteps } from './commands.ts';
import type { LibraryName } from './dialect.ts';
import { functionCall } from './functions.ts';
import { type Lowering, placeIn } from './lowering.ts';
import { calledFunction, calledName } from './meanings.ts';
import { variableName } from './scope.ts';
import { inlineBody } from './statements.ts';
import type { Code, CodeArgument, CodeCall } from './tree.ts';
import { codeValue, entriesOf } from './values.ts';

/** What happens while the value is worked out. */
export function effectsOf(code: Code, lowering: Lowering): readonly Step[] {
  switch (code.kind) {
    case 'call':
      return [
        ...effectsOf(code.callee, lowering),
        ...argumentEffects(code.args, lowering),
        ...callSteps(code, lowering),
      ];
    case 'string':
      return code.parts.flatMap(it => (it.kind === 'hole' ? effectsOf(it.value, lowering) : []));
    case 'member':
      return effectsOf(code.of, lowering);
    case 'index':
      return [...effectsOf(code.of, lowering), ...effectsOf(code.index, lowering)];
    case 'list':
      return argumentEffects(code.items, lowering);
    case 'object':
      return [
        ...(code.type ? effectsOf(code.type, lowering) : []),
        ...argumentEffects(code.entries, lowering),
      ];
    case 'operation':
      return code.operands.flatMap(it => effectsOf(it, lowering));
    case 'choice':
      return choiceEffects(code, lowering);
    case 'function':
      return inlineBody(code, lowering);
    case 'other':
      return code.parts.flatMap(it => effectsOf(it, lowering));
    case 'name':
      return [];
  }
}

const argumentEffects = (args: readonly CodeArgument[], lowering: Lowering): readonly Step[] =>
  args.flatMap(it => effectsOf(it.value, lowering));

function choiceEffects(code: Code & { kind: 'choice' }, lowering: Lowering): readonly Step[] {
  const arms = code.options.map(it => effectsOf(it, lowering));
  const before = effectsOf(code.condition, lowering);
  if (arms.every(it => it.length === 0)) return before;
  const at = placeIn(lowering, code);
  return [...before, { kind: 'branch', arms, isExhaustive: true, at }];
}

function callSteps(call: CodeCall, lowering: Lowering): readonly Step[] {
  const { dialect } = lowering;
  const name = calledName(call, lowering);
  const started = dialect.stepsOf(call, name, lowering);
  if (started) return started;
  const called = calledFunction(call, lowering);
  if (called) return functionCall(called, call, lowering);
  const own = lastName(call.callee);
  const run = own === undefined ? undefined : runnerSteps(own, call, lowering);
  if (run) return run;
  const library = name ?? travelling(call, lowering);
  return library && !dialect.isQuiet(library.library) ? [libraryCall(library, call, lowering)] : [];
}

const lastName = (code: Code): string | undefined =>
  code.kind === 'name' || code.kind === 'member' ? code.name : undefined;

/** A method of an object that came from elsewhere. */
const travelling = ({ callee }: CodeCall, { dialect, notes }: Lowering): LibraryName | undefined =>
  callee.kind === 'member' ? dialect.methodOf(callee.name, notes.libraries) : undefined;

/**
 * Positional arguments under their number, others under their name; so are the entries of objects,
 * which is how languages without names for arguments name them.
 */
function libraryCall(library: LibraryName, call: CodeCall, lowering: Lowering): Step {
  const at = placeIn(lowering, call);
  const named = (name: string, value: Expression): Entry => ({ name, value, at: value.at });
  let position = 0;
  const entries = call.args.flatMap((argument): readonly Entry[] => {
    if (argument.isSpread) return [];
    const value = codeValue(argument.value, lowering);
    if (argument.name !== undefined) return [named(argument.name, value)];
    position += 1;
    return [named(`${position - 1}`, value), ...entriesInside(argument.value, lowering)];
  });
  const own: Expression = {
    kind: 'object',
    entries: [
      ...entries,
      ...receiverEntries(call, lowering),
      named('library', literal(library.library, at)),
      named('name', literal(library.name, at)),
    ],
    at,
  };
  const spread = call.args.filter(it => it.isSpread).map(it => codeValue(it.value, lowering));
  const args: Expression =
    spread.length === 0 ? own : { kind: 'call', name: 'merge', args: [...spread, own], at };
  return { kind: 'construct', type: 'library-call', args, at };
}

/** Of a variable what it holds by then, for the names that it was given. */
function entriesInside(code: Code, lowering: Lowering): readonly Entry[] {
  const { notes, scope } = lowering;
  if (code.kind === 'object') return entriesOf(code.entries, lowering);
  const variable = code.kind === 'name' ? variableName(code.name, scope) : undefined;
  const object = variable === undefined ? undefined : notes.literals.get(variable);
  if (object?.kind !== 'object') return [];
  const of = codeValue(code, lowering);
  return object.entries.flatMap(({ name }): readonly Entry[] =>
    name === undefined ? [] : [{ name, value: { kind: 'member', of, name, at: of.at }, at: of.at }],
  );
}

/** `page.locator(a).fill(b)`: what the call before was given, under `on.`. */
function receiverEntries({ callee }: CodeCall, lowering: Lowering): readonly Entry[] {
  if (callee.kind !== 'member' || callee.of.kind !== 'call') return [];
  return callee.of.args.flatMap(({ name, value, isSpread }, index) => {
    if (isSpread || value.kind === 'call') return [];
    const given = codeValue(value, lowering);
    return [{ name: `on.${name ?? index}`, value: given, at: given.at }];
  });
}
