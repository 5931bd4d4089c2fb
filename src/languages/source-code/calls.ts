//! Calls to steps, in the order in which they happen: programs that they start, functions of the text, what libraries do.

import type { Step } from '../../domain/step.ts';
import { runnerSteps } from './commands.ts';
import type { LibraryName } from './dialect.ts';
import { foreignCall, functionCall } from './functions.ts';
import { libraryCall } from './library-call.ts';
import { type Lowering, placeIn } from './lowering.ts';
import { calledFunction, calledName } from './meanings.ts';
import { mutationSteps } from './mutations.ts';
import { variableName } from './scope.ts';
import { inlineBody } from './statements.ts';
import type { Code, CodeArgument, CodeCall, CodeObject } from './tree.ts';

/** What happens while the value is worked out. */
export function effectsOf(code: Code, lowering: Lowering): readonly Step[] {
  switch (code.kind) {
    case 'call':
      return callEffects(code, lowering);
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
        ...argumentEffects(code.entries, lowering),
        ...(code.type ? effectsOf(making(code.type, code), lowering) : []),
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

/** `new T(a) { B = c }`, `T{B: c}`: an object is made, with all of it. */
function making(type: Code, { entries, start, end }: CodeObject): CodeCall {
  const made = { isNew: true, isTagged: false, start, end };
  return type.kind === 'call'
    ? { kind: 'call', callee: type.callee, args: [...type.args, ...entries], ...made }
    : { kind: 'call', callee: type, args: entries, ...made };
}

/** What is handed over to be called runs after the call has begun: `exec('az login', () => …)`. */
function callEffects(call: CodeCall, lowering: Lowering): readonly Step[] {
  const isCallback = (it: CodeArgument): boolean => it.value.kind === 'function';
  const others = call.args.filter(it => !isCallback(it));
  return [
    ...effectsOf(call.callee, lowering),
    ...argumentEffects(others, lowering),
    ...callSteps(call, lowering),
    ...argumentEffects(call.args.filter(isCallback), lowering),
  ];
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
  const changed = mutationSteps(call, lowering);
  if (changed) return changed;
  const own = lastName(call.callee);
  const mayRun = own !== undefined && !(name && dialect.isForeign(name.library));
  const run = mayRun ? runnerSteps(own, call, lowering) : undefined;
  if (run) return run;
  const library = name ?? unimported(call, lowering);
  if (!library) return [];
  const foreign = foreignCall(library, call, lowering);
  const isRead = !isRelative(library.library) && lowering.interest.isLibrary(library.library);
  return isRead ? [...foreign, libraryCall(library, call, lowering)] : foreign;
}

/** `./lib`, a file of the repository. */
const isRelative = (library: string): boolean => library.startsWith('.');

const lastName = (code: Code): string | undefined =>
  code.kind === 'name' || code.kind === 'member' ? code.name : undefined;

/** A method of an object that came from elsewhere; what the language brings along. */
function unimported(
  { callee }: CodeCall,
  { dialect, notes, scope }: Lowering,
): LibraryName | undefined {
  if (callee.kind === 'member') return dialect.methodOf(callee.name, notes.libraries);
  if (callee.kind !== 'name') return undefined;
  const isOwn = notes.imports.has(callee.name) || variableName(callee.name, scope) !== undefined;
  return isOwn ? undefined : dialect.globalNamed(callee.name);
}
