//! Functions of make: `$(shell …)`, `$(if …)`, `$(call …)`; what they compute otherwise is not worked out.
//! Source: https://www.gnu.org/software/make/manual/html_node/Functions.html

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { stringOf } from '../script-text/strings.ts';
import { type Expanding, expanded, macroPieces, notEvaluated } from './expand.ts';
import { closing, trimmed } from './lines.ts';
import type { Stretch } from './tree.ts';

type MakeFunction = (args: readonly Stretch[], at: Span, expanding: Expanding) => Expression;

/** `undefined` when what stands in the brackets is no function. */
export function callFunction(
  inside: Stretch,
  at: Span,
  expanding: Expanding,
): Expression | undefined {
  const { text } = expanding.region;
  const spelled = text.slice(inside.start, inside.end);
  const name = /^([a-z]+(?:-[a-z]+)*)\s/.exec(spelled)?.[1];
  const run = name === undefined ? undefined : FUNCTIONS.get(name);
  if (name === undefined || !run) return undefined;
  // Where a Makefile lies it asks in many ways.
  if (/\$[({]MAKEFILE_LIST[)}]/.test(spelled)) return folderOf(name, at);
  const rest = { start: inside.start + name.length, end: inside.end };
  return run(argumentsIn(text, trimmed(text, rest)), at, expanding);
}

function folderOf(name: string, at: Span): Expression {
  const folder: Expression = { kind: 'call', name: 'module-folder', args: [], at };
  if (name === 'shell' || name === 'patsubst') return folder;
  return /^(?:dir|abspath|realpath|strip|subst)$/.test(name)
    ? { kind: 'join', parts: [folder, literal('/', at)], at }
    : notEvaluated(name, at);
}

function argumentsIn(text: string, { start, end }: Stretch): readonly Stretch[] {
  const args: Stretch[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    if (letter === '(' || letter === '{') at = closing(text, at, end);
    else if (letter === ',') {
      args.push(trimmed(text, { start: from, end: at }));
      from = at + 1;
    }
  }
  return [...args, trimmed(text, { start: from, end })];
}

const FUNCTIONS: ReadonlyMap<string, MakeFunction> = new Map<string, MakeFunction>([
  ['shell', shell],
  ['call', call],
  ['if', ([, ...options], at, expanding) => oneOf(options, at, expanding)],
  ['or', oneOf],
  ['and', oneOf],
  ['strip', first],
  [
    'value',
    ([name], at, { region }) => variable(name ? region.text.slice(name.start, name.end) : '', at),
  ],
  ['abspath', first],
  ['realpath', first],
  ['subst', replaced],
  ...['info', 'warning', 'error', 'eval'].map(it => [it, nothing] as const),
  ...[
    'dir',
    'notdir',
    'suffix',
    'basename',
    'addprefix',
    'addsuffix',
    'join',
    'word',
    'wordlist',
    'words',
    'firstword',
    'lastword',
    'patsubst',
    'findstring',
    'filter',
    'filter-out',
    'sort',
    'wildcard',
    'foreach',
    'let',
    'origin',
    'flavor',
    'file',
    'intcmp',
  ].map(name => [name, unknown(name)] as const),
]);

/** A shell runs it when make comes to it. */
function shell(args: readonly Stretch[], at: Span, expanding: Expanding): Expression {
  const { start, end } = whole(args);
  const spelled = expanding.region.text.slice(start, end);
  if (/^pwd(?:\s+-[PL])?$/.test(spelled)) {
    return { kind: 'reference', space: 'variable', name: 'PWD', at };
  }
  if (/^git rev-parse --show-toplevel\b/.test(spelled)) return literal('/.', at);
  const source = expanded({ start, end }, expanding);
  return { kind: 'output', of: [{ kind: 'script', language: 'bash', source, at }], at };
}

/** A comma in a command is no separator. */
function whole(args: readonly Stretch[]): Stretch {
  const start = args[0]?.start ?? 0;
  return { start, end: args.at(-1)?.end ?? start };
}

function call([name, ...args]: readonly Stretch[], at: Span, expanding: Expanding): Expression {
  const { region, macros, callable } = expanding;
  const spelled = name ? region.text.slice(name.start, name.end) : '';
  const macro = macros.get(spelled) ?? callable.get(spelled);
  if (!macro) return notEvaluated(`$(call ${spelled})`, at);
  const given = args.map(it => expanded(it, expanding));
  return stringOf(macroPieces(macro, given, expanding), region, at);
}

function oneOf(args: readonly Stretch[], at: Span, expanding: Expanding): Expression {
  return { kind: 'choice', options: args.map(it => expanded(it, expanding)), at };
}

function first([text]: readonly Stretch[], at: Span, expanding: Expanding): Expression {
  return text ? expanded(text, expanding) : literal('', at);
}

function replaced(args: readonly Stretch[], at: Span, expanding: Expanding): Expression {
  const [from, to, text] = args.map(it => expanded(it, expanding));
  return from && to && text
    ? { kind: 'call', name: 'replace', args: [text, from, to], at }
    : literal('', at);
}

const variable = (name: string, at: Span): Expression => ({
  kind: 'reference',
  space: 'variable',
  name: name.trim(),
  at,
});

function nothing(_: readonly Stretch[], at: Span): Expression {
  return literal('', at);
}

function unknown(name: string): MakeFunction {
  return (_, at) => notEvaluated(`$(${name} …)`, at);
}
