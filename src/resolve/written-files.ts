//! Text that a run writes to files: variables and outputs for later steps, scripts that are run afterwards.

import type { WordPart } from '../domain/call.ts';
import type { Expression } from '../domain/expression.ts';
import { literal, unknownExpression } from '../domain/literal.ts';
import type { Span } from '../domain/span.ts';
import type { CommandStep, WriteStep } from '../domain/step.ts';
import { VARIABLE_FILES, WRITTEN } from '../domain/variable-files.ts';
import { type Alternatives, alternatives, type Datum, datumText, unknownDatum } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { outputKey } from './outputs.ts';
import { joinPath } from './paths.ts';
import { isWatched } from './programs.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

/** What `$GITHUB_ENV` and `$GITHUB_OUTPUT` hold in every pipeline: no path of a repository looks like it. */
export const ENVIRONMENT_FILE = '\u0000github-env';
export const OUTPUT_FILE = '\u0000github-output';

/** Somebody may read a file for its name alone: its content is what counts then, or that it is there. */
export function noteFile(
  target: Expression,
  step: WriteStep | CommandStep,
  state: State,
  frame: Frame,
): void {
  const { world } = frame;
  const isUnread = step.kind === 'command';
  if (isUnread && evaluate(target, state, frame).map(datumText).includes(ENVIRONMENT_FILE)) {
    state.isOpen = true;
  }
  if (!isWatched(target, world.watched)) return;
  const { at } = step;
  const content: Expression =
    step.kind === 'write'
      ? step.content
      : unknownExpression({ kind: 'not-evaluated', text: 'the output of a command' }, at);
  const program: Expression =
    (step.kind === 'command' ? step.words[0] : undefined) ?? literal('', at);
  const entries = Object.entries({ path: target, content, program }).map(([name, value]) => ({
    name,
    value,
    at,
  }));
  const args: Expression = { kind: 'object', entries, at };
  world.runSteps([{ kind: 'construct', type: 'written-file', args, at }], state, frame);
}

/** With unknown parts by their names. */
export const partsText = (parts: readonly WordPart[]): string =>
  parts
    .map(it =>
      it.kind === 'text'
        ? it.text
        : it.why.kind === 'not-in-repository'
          ? `\${${it.why.name}}`
          : '?',
    )
    .join('');

export function write(step: WriteStep, state: State, frame: Frame): void {
  noteFile(step.target, step, state, frame);
  const contents = evaluate(step.content, state, frame);
  const [content] = contents;
  for (const target of evaluate(step.target, state, frame)) {
    const path = datumText(target);
    if (path === undefined || !content) continue;
    if (path === ENVIRONMENT_FILE) {
      if (!contents.every(isReadable)) state.isOpen = true;
      for (const [name, value] of linesOfAll(contents, step.at)) {
        const before = frame.isConditional ? (state.laterVariables.get(name) ?? []) : [];
        state.laterVariables.set(name, alternatives([...before, ...value], step.at));
      }
    } else if (path === OUTPUT_FILE) {
      for (const [name, value] of linesOfAll(contents, step.at)) {
        state.outputs.set(outputKey(frame.stepId ?? '', name), value);
      }
    } else if (isVariableFile(path, state)) {
      for (const [name, value] of linesOfAll(contents, step.at)) {
        state.outputs.set(`${outputKey(frame.stepId ?? '', WRITTEN)}${name}`, value);
      }
    } else if (content.kind === 'string') keep(path, content, step, state);
  }
}

function isVariableFile(path: string, state: State): boolean {
  const [files] = state.variables.get(VARIABLE_FILES) ?? [];
  if (files?.kind !== 'list') return false;
  const file = fileNamed(path, state);
  const named = files.items.flatMap(it => datumText(it) ?? []).map(it => joinPath('.', it));
  return file !== undefined && named.includes(file);
}

/** Of a text that may be one of several, every value that a name has in one of them. */
function linesOfAll(contents: Alternatives, at: Span): ReadonlyMap<string, Alternatives> {
  const all = new Map<string, Alternatives>();
  for (const content of contents) {
    for (const [name, value] of namedLines(content)) {
      all.set(name, alternatives([...(all.get(name) ?? []), value], at));
    }
  }
  return all;
}

function keep(
  path: string,
  content: Datum & { kind: 'string' },
  step: WriteStep,
  state: State,
): void {
  const file = fileNamed(path, state);
  if (file === undefined) return;
  // A file put together piece by piece has no text with places; only one written whole is followed.
  if (step.appends && state.written.has(file)) state.written.delete(file);
  else state.written.set(file, content);
}

/** From the current folder, which need not be known for an absolute path. */
export const fileNamed = (path: string, { folder }: State): string | undefined => {
  const from = path.startsWith('/') ? '.' : folder;
  return from === undefined ? undefined : joinPath(from, path);
};

/** Whether every line begins with a name. */
const isReadable = (content: Datum): boolean =>
  content.kind === 'string' && lines(content.parts).every(([first]) => first?.kind === 'text');

/** `NAME=value` lines, and `NAME<<END` with the lines up to `END`. */
function namedLines(content: Datum): ReadonlyMap<string, Datum> {
  const named = new Map<string, Datum>();
  if (content.kind !== 'string') return named;
  const { at } = content;
  let rest = lines(content.parts);
  while (rest.length > 0) {
    const [line = [], ...following] = rest;
    rest = following;
    const [head] = line;
    if (head?.kind !== 'text') continue;
    const block = /^([\w.-]+)<<(\S+)$/.exec(head.text);
    if (block?.[1] !== undefined) {
      const end = following.findIndex(it => it[0]?.kind === 'text' && it[0].text === block[2]);
      rest = end < 0 ? [] : following.slice(end + 1);
      const parts = withLineEnds(following.slice(0, end));
      // One that does not end here goes on in what another command writes.
      const isWhole = end >= 0;
      named.set(block[1], isWhole ? { kind: 'string', parts, at } : unknownLines(block[1], at));
      continue;
    }
    const pair = /^([\w.-]+)=([\s\S]*)$/.exec(head.text);
    if (pair?.[1] === undefined) continue;
    const first: readonly WordPart[] = pair[2] ? [{ kind: 'text', text: pair[2] }] : [];
    named.set(pair[1], { kind: 'string', parts: [...first, ...line.slice(1)], at });
  }
  return named;
}

const unknownLines = (name: string, at: Span): Datum =>
  unknownDatum({ kind: 'not-evaluated', text: name }, at);

function lines(parts: readonly WordPart[]): (readonly WordPart[])[] {
  const all: WordPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'unknown') {
      all.at(-1)?.push(part);
      continue;
    }
    for (const [index, text] of part.text.split('\n').entries()) {
      if (index > 0) all.push([]);
      if (text !== '') all.at(-1)?.push({ kind: 'text', text });
    }
  }
  return all.filter(line => line.length > 0);
}

const withLineEnds = (body: readonly (readonly WordPart[])[]): readonly WordPart[] =>
  body.flatMap((line, index) =>
    index === 0 ? line : [{ kind: 'text' as const, text: '\n' }, ...line],
  );
