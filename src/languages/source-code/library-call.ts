//! The step that a call of a library is: its arguments, what its object was made with, and what objects they are.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import type { LibraryName } from './dialect.ts';
import { type Lowering, notEvaluated, placeIn } from './lowering.ts';
import { calledName, meaningOf } from './meanings.ts';
import { variableName } from './scope.ts';
import type { Code, CodeArgument, CodeCall } from './tree.ts';
import { codeValue, entriesOf } from './values.ts';

/**
 * Positional arguments under their number, others under their name; so are the entries of objects,
 * which is how languages without names for arguments name them. What the call before it in a chain
 * was given stands under `on.`, what its object was made with under `of.`.
 */
export function libraryCall(library: LibraryName, call: CodeCall, lowering: Lowering): Step {
  const at = placeIn(lowering, call);
  const own: Expression = {
    kind: 'object',
    entries: [
      ...argumentEntries(call.args, lowering),
      ...receiverEntries(call, lowering),
      ...makingEntries(call, lowering),
      ...nameEntries(library, at),
    ],
    at,
  };
  const spread = call.args.filter(it => it.isSpread).map(it => codeValue(it.value, lowering));
  const args: Expression =
    spread.length === 0 ? own : { kind: 'call', name: 'merge', args: [...spread, own], at };
  return { kind: 'construct', type: 'library-call', args, at };
}

const nameEntries = ({ library, name }: LibraryName, at: Span): readonly Entry[] => [
  { name: 'library', value: literal(library, at), at },
  { name: 'name', value: literal(name, at), at },
];

/** What an object in an argument was made with is looked into, and what those objects were made with. */
const OBJECTS_DEEP_MAX = 2;

function argumentEntries(
  args: readonly CodeArgument[],
  lowering: Lowering,
  depth = 0,
): readonly Entry[] {
  let position = 0;
  return args.flatMap((argument): readonly Entry[] => {
    if (argument.isSpread) return [];
    const value = argumentValue(argument.value, lowering, depth);
    if (argument.name !== undefined) return [{ name: argument.name, value, at: value.at }];
    position += 1;
    const entry = { name: `${position - 1}`, value, at: value.at };
    return [entry, ...entriesInside(argument.value, lowering)];
  });
}

/** An object of a library is its class, and what it was made with: whatever is done with it is done as what it is. */
function argumentValue(code: Code, lowering: Lowering, depth: number): Expression {
  // A method that is handed over, not called.
  if (code.kind === 'member' && isOfLibrary(code.of, lowering)) return notEvaluated(lowering, code);
  const value = codeValue(code, lowering);
  if (value.kind === 'object' || value.kind === 'text') return value;
  const meaning = meaningOf(code, lowering);
  const made = meaning?.kind === 'object' && meaning.library !== '' ? meaning.made : undefined;
  if (meaning?.kind !== 'object' || !made || isValue(made, lowering)) return value;
  const { at } = value;
  const names = nameEntries({ library: meaning.library, name: meaning.className }, at);
  const given = depth < OBJECTS_DEEP_MAX ? argumentEntries(made.args, lowering, depth + 1) : [];
  return { kind: 'object', entries: [...given, ...names], at };
}

/** It gives a text, a list or an object that is known as such. */
const isValue = (call: CodeCall, lowering: Lowering): boolean =>
  lowering.dialect.resultOf(call, calledName(call, lowering), lowering) !== undefined;

function isOfLibrary(code: Code, lowering: Lowering): boolean {
  const meaning = meaningOf(code, lowering);
  return meaning?.kind === 'object' && meaning.library !== '';
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

/** Longer chains are somebody's tables. */
const LINKS_MAX = 24;

/** `X.create(id).withSecret(s).build()`: the arguments of the call that begins it, and each link by its name. */
function makingEntries({ callee }: CodeCall, lowering: Lowering): readonly Entry[] {
  if (callee.kind !== 'member') return [];
  const meaning = meaningOf(callee.of, lowering);
  const entries: Entry[] = [];
  let made = meaning?.kind === 'object' ? meaning.made : undefined;
  for (let links = 0; made && links < LINKS_MAX; links += 1) {
    const { callee: link, args } = made;
    entries.push(...argumentEntries(args, lowering));
    if (link.kind !== 'member') break;
    const [first] = args;
    const value = first
      ? argumentValue(first.value, lowering, 0)
      : literal('', placeIn(lowering, made));
    entries.push({ name: link.name, value, at: value.at });
    const before = meaningOf(link.of, lowering);
    made = before?.kind === 'object' ? before.made : undefined;
  }
  // What begins the chain says it last: its arguments are those of the object.
  return entries.map(it => ({ ...it, name: `of.${it.name}` }));
}
