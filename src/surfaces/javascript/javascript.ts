//! Programs in JavaScript and TypeScript: files that a person or a pipeline runs, and files that those import.

import type { FileFacts } from '../../domain/facts.ts';
import { EVERYTHING } from '../../domain/interest.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import {
  importsOfJavascript,
  javascript as language,
} from '../../languages/javascript/javascript.ts';
import { type CodeKind, codeFacts } from '../code-file.ts';
import { interpreterOf } from '../script-file.ts';

export const javascript: Surface = {
  id: 'javascript',
  title: 'JavaScript program',
  comments: ['//', '/*'],
  matches: (path, firstLine) =>
    (/\.[cm]?[jt]sx?$/i.test(path) && !NO_PROGRAM.test(path)) ||
    /^(?:node|zx|deno|bun|ts-node|tsx)$/.test(interpreterOf(firstLine) ?? ''),
  extract,
};

/** Types, and what was put together for browsers. */
const NO_PROGRAM = /\.d\.[cm]?ts$|[.-]min\.[cm]?js$|\.bundle\.js$/i;

const KIND: CodeKind = {
  language,
  starts:
    /child_process|\bexeca\b|\bzx\b|shelljs|cross-spawn|@actions\/exec|\bDeno\.Command\b|task-lib/,
  asides: /[._-](?:test|spec|e2e|mock|stories)\.[cm]?[jt]sx?$/i,
  importsOf: importsOfJavascript,
};

/** In UTF-16 code units: people break their lines before this. */
const LINE_MAX = 5_000;

/** What a program wrote is nobody's pipeline; the program that it was made of may be one. */
function extract(file: SourceFile, interest = EVERYTHING): FileFacts {
  const { path, lineStarts } = file;
  const isBundle = lineStarts.some((start, line) => start - (lineStarts[line - 1] ?? 0) > LINE_MAX);
  const isOneLine = lineStarts.length < 3 && file.text.length > LINE_MAX;
  return isBundle || isOneLine
    ? { path, pipelines: [], declarations: [], problems: [] }
    : codeFacts(file, KIND, interest);
}
