//! What `echo`, `printf` and `cat <<EOF` print, and the files it is written to.

import type { CommandArgument, Word } from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import { subRegion } from '../../domain/region.ts';
import type { Step, WriteStep } from '../../domain/step.ts';
import { type Piece, regionOf, stringOf } from '../script-text/strings.ts';
import type { Context } from './context.ts';
import { cPieces } from './escapes.ts';
import { notEvaluated } from './expansions.ts';
import { printfPieces } from './printf.ts';
import { destinationOf, inputOf } from './redirections.ts';
import { argumentsOf, placeOfWords, type SimpleCommand, staticText } from './simple-command.ts';
import { piecesOf } from './words.ts';

/** `undefined` for commands whose output is not known from the file. */
export function printedBy(command: SimpleCommand, context: Context): Expression | undefined {
  switch (command.name) {
    case 'echo':
      return echoed(command, context);
    case 'printf':
      return staticText(argumentsOf(command)[0]) === '-v'
        ? undefined
        : formatted(argumentsOf(command), context);
    case 'cat':
      return argumentsOf(command).every(it => staticText(it) === '-')
        ? inputOf(command, context)
        : undefined;
    default:
      return undefined;
  }
}

/** A command that prints what is known, or writes it to a file. */
export function lowerPrinting(
  command: SimpleCommand,
  context: Context,
): readonly Step[] | undefined {
  const destination = destinationOf(command.redirects, context);
  const content = destination?.target ? printedBy(command, context) : undefined;
  if (!destination?.target || !content) return undefined;
  const { target, appends } = destination;
  return [{ kind: 'write', target, content, appends, at: placeOfWords(command.words, context) }];
}

/** `tee -a file`: what it is given, to the file. */
export function lowerTee(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  const words = argumentsOf(command);
  const targets = words.filter(it => !staticText(it)?.startsWith('-'));
  const content = targets.length > 0 ? inputOf(command, context) : undefined;
  if (!content) return undefined;
  const appends = words.some(it => /^(?:-\w*a\w*|--append)$/.test(staticText(it) ?? ''));
  const at = placeOfWords(command.words, context);
  return targets.flatMap((word): readonly WriteStep[] =>
    word.type === 'Word'
      ? [{ kind: 'write', target: targetOf(word, context), content, appends, at }]
      : [],
  );
}

const targetOf = (word: Word, context: Context): Expression =>
  stringOf(piecesOf(word, context), context.source.region, placeOfWords([word], context));

function echoed(command: SimpleCommand, context: Context): Expression {
  const words = argumentsOf(command);
  const first = words.findIndex(it => !/^-[neE]+$/.test(staticText(it) ?? ''));
  const texts = first < 0 ? [] : words.slice(first);
  const options = words.slice(0, first < 0 ? words.length : first).map(it => staticText(it));
  const pieces: Piece[] = [];
  for (const [index, word] of texts.entries()) {
    if (index > 0) pieces.push({ kind: 'decoded', text: ' ' });
    if (word.type === 'Word') pieces.push(...piecesOf(word, context));
  }
  const { region } = context.source;
  const at = placeOfWords(command.words, context);
  const end: readonly Piece[] = options.some(it => it?.includes('n'))
    ? []
    : [{ kind: 'decoded', text: '\n' }];
  if (!options.some(it => it?.includes('e'))) return stringOf([...pieces, ...end], region, at);
  const inner = regionOf(pieces, region, at);
  return stringOf([...cPieces(inner, 0, inner.text.length), ...end], inner, at);
}

/** `printf FORMAT ARGUMENT …`; the words begin with the format. */
export function formatted(words: readonly CommandArgument[], context: Context): Expression {
  const at = placeOfWords(words, context);
  const pieces = printfPieces(words, context);
  if (pieces) return stringOf(pieces, context.source.region, at);
  const { region } = context.source;
  return notEvaluated(region.text.slice(words[0]?.pos ?? 0, words.at(-1)?.end ?? 0), at);
}

/** `$(…)` drops the line ends its commands print last. */
export function withoutLineEnd(expression: Expression): Expression {
  if (expression.kind !== 'text') return expression;
  const { region, at } = expression;
  const fixed = region.holes.at(-1)?.end ?? 0;
  let end = region.text.length;
  while (end > fixed && region.text[end - 1] === '\n') end -= 1;
  const [hole] = region.holes;
  if (hole && hole.start === 0 && hole.end === end && region.holes.length === 1)
    return hole.expression;
  return { kind: 'text', region: subRegion(region, 0, end), at };
}

/** `echo a > f; echo b >> f` is one file: neighbouring writes to it become one. */
export function merged(steps: readonly Step[]): readonly Step[] {
  const all: Step[] = [];
  for (const step of steps) {
    const last = all.at(-1);
    if (step.kind === 'write' && step.appends && last?.kind === 'write' && isSame(last, step)) {
      all[all.length - 1] = { ...last, content: concatenated(last.content, step.content) };
    } else all.push(step);
  }
  return all;
}

function isSame(one: WriteStep, other: WriteStep): boolean {
  const [a, b] = [one.target, other.target];
  if (a.kind === 'reference' && b.kind === 'reference') return a.name === b.name;
  if (a.kind !== 'text' || b.kind !== 'text') return false;
  return a.region.holes.length + b.region.holes.length === 0 && a.region.text === b.region.text;
}

function concatenated(first: Expression, second: Expression): Expression {
  const { at } = first;
  if (first.kind !== 'text' || second.kind !== 'text') {
    return { kind: 'join', parts: [first, second], at };
  }
  const [a, b] = [first.region, second.region];
  const shift = a.text.length;
  const region = {
    at: { ...a.at, end: Math.max(a.at.end, b.at.end) },
    text: a.text + b.text,
    segments: [...a.segments, ...b.segments.map(it => ({ ...it, guest: it.guest + shift }))],
    holes: [
      ...a.holes,
      ...b.holes.map(it => ({ ...it, start: it.start + shift, end: it.end + shift })),
    ],
  };
  return { kind: 'text', region, at };
}
