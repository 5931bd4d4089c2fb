//! The files that a surface wants to their facts; whatever goes wrong with one is a problem, and the rest is read.

import type { FileFacts } from '../domain/facts.ts';
import { EVERYTHING, type Interest } from '../domain/interest.ts';
import type { ReportedProblem } from '../domain/report.ts';
import { placeOf, type SourceFile, sourceFile } from '../domain/source-file.ts';
import type { Surface } from '../domain/surface.ts';
import { type Commented, hasMark } from './accepted-comments.ts';
import { decode } from './decode.ts';
import type { InputEntry, InputFile } from './input.ts';
import { surfaceFor, surfacesByText } from './select.ts';

/** Nobody writes a pipeline of this size; what is larger is data. */
export const FILE_BYTES_MAX = 10_000_000;

export interface Reading {
  readonly facts: readonly FileFacts[];
  /** Of the files that a surface read, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** Files with comments that are meant for mfa-ready. */
  readonly commented: readonly Commented[];
  /** The text of any file, also of one that no surface reads: something else refers to it. */
  textOf(path: string): string | undefined;
  /** Of files that could not be read; what a surface says is in its facts. */
  readonly problems: readonly ReportedProblem[];
  readonly files: number;
  readonly bytes: number;
}

interface Draft {
  readonly surfaces: readonly Surface[];
  readonly interest: Interest;
  readonly facts: FileFacts[];
  readonly sources: Map<string, SourceFile>;
  readonly commented: Commented[];
  readonly problems: ReportedProblem[];
  /** Files that no surface wants, by path. */
  readonly others: Map<string, InputFile>;
  bytes: number;
}

export function readFiles(
  entries: Iterable<InputEntry>,
  surfaces: readonly Surface[],
  interest: Interest = EVERYTHING,
): Reading {
  const draft: Draft = {
    surfaces,
    interest,
    facts: [],
    sources: new Map(),
    commented: [],
    problems: [],
    others: new Map(),
    bytes: 0,
  };
  let files = 0;
  for (const entry of entries) {
    if (entry.kind === 'problem') {
      draft.problems.push({ path: entry.path, line: 1, message: entry.message });
      continue;
    }
    files += 1;
    attempt(entry, draft, () => readFile(entry, draft));
  }
  return { ...draft, files, textOf: path => textOf(path, draft) };
}

/** A file that cannot be read is a problem; the rest is read. */
function attempt(file: InputFile, draft: Draft, read: () => void): void {
  try {
    read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    draft.problems.push({ path: file.path, line: 1, message: `could not be read: ${why}` });
  }
}

function textOf(path: string, draft: Draft): string | undefined {
  const file = draft.others.get(path);
  if (file) {
    draft.others.delete(path);
    attempt(file, draft, () => {
      const source = readSource(file, draft);
      if (source) draft.sources.set(path, source);
    });
  }
  return draft.sources.get(path)?.text;
}

function readFile(file: InputFile, draft: Draft): void {
  const surface = surfaceFor(draft.surfaces, file.path, () => file.head());
  if (!surface) return readByText(file, draft);
  const source = readSource(file, draft);
  if (source) extract(source, surface, draft);
}

function extract(source: SourceFile, surface: Surface, draft: Draft): void {
  const facts = surface.extract(source, draft.interest);
  draft.sources.set(source.path, source);
  draft.facts.push(facts);
  const { comments } = surface;
  if (comments.length > 0 && hasMark(source.text)) draft.commented.push({ source, comments });
}

/** Of a file that turns out to be nobody's nothing is said. */
function readByText(file: InputFile, draft: Draft): void {
  const { path } = file;
  const surfaces = surfacesByText(draft.surfaces, path);
  const trial: Draft = { ...draft, problems: [], bytes: 0 };
  const isTooLarge = surfaces.length === 0 || file.size() > FILE_BYTES_MAX;
  const source = isTooLarge ? undefined : readSource(file, trial);
  const surface = source && surfaces.find(it => it.recognises?.(source.text, path));
  if (!source || !surface) {
    draft.others.set(path, file);
    return;
  }
  draft.bytes += trial.bytes;
  draft.problems.push(...trial.problems);
  extract(source, surface, draft);
}

function readSource(file: InputFile, draft: Draft): SourceFile | undefined {
  const { path } = file;
  if (file.size() > FILE_BYTES_MAX) {
    const message = `larger than ${FILE_BYTES_MAX / 1_000_000} MB: not read`;
    draft.problems.push({ path, line: 1, message });
    return undefined;
  }
  const bytes = file.read();
  draft.bytes += bytes.length;
  return sourceOf(path, bytes, draft);
}

function sourceOf(path: string, bytes: Uint8Array, draft: Draft): SourceFile | undefined {
  const decoded = decode(bytes);
  switch (decoded.kind) {
    case 'binary':
      draft.problems.push({ path, line: 1, message: 'not a text: it holds NUL bytes' });
      return undefined;
    case 'text':
      return sourceFile(path, decoded.text);
    case 'damaged': {
      const source = sourceFile(path, decoded.text);
      const { line } = placeOf(source, { path, start: decoded.offset, end: decoded.offset });
      const message = 'holds bytes that are not a character; the rest was read';
      draft.problems.push({ path, line, message });
      return source;
    }
  }
}
