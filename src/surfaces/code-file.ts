//! Files of program code: which of them can be of interest at all, and what they give.

import type { FileFacts } from '../domain/facts.ts';
import type { Interest } from '../domain/interest.ts';
import { wholeFile } from '../domain/region.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Step } from '../domain/step.ts';
import type { Language } from '../domain/surface.ts';
import { scriptFacts } from './script-file.ts';

export interface CodeKind {
  readonly language: Language;
  /** What starts a program, whichever. */
  readonly starts: RegExp;
  /** Paths of tests, and of what programs write, by the habits of the language. */
  readonly asides: RegExp;
  /** The files that a text takes in, when it is not read any further. */
  importsOf?(path: string, text: string): readonly Step[];
}

export function codeFacts(file: SourceFile, kind: CodeKind, interest: Interest): FileFacts {
  const { path, text } = file;
  const { language, starts } = kind;
  const isOfInterest = interest.isIn(text) || starts.test(text);
  const program = isOfInterest
    ? language.programOf(wholeFile(path, text), interest)
    : { steps: kind.importsOf?.(path, text) ?? [], problems: [] };
  const facts = scriptFacts(file, program);
  return isAside(path, kind) ? { ...facts, isAside: true } : facts;
}

/** Files without an ending are commands, wherever they lie. */
const isAside = (path: string, { asides }: CodeKind): boolean =>
  /\.\w+$/.test(path) && (FOLDERS.test(path) || WRITTEN.test(path) || asides.test(path));

const FOLDERS =
  /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|mocks?|testdata|test[-_]?utils?|fixtures|[\w.-]*(?:e2e|integration|functional|unit|perf)[-_.]?tests?|[\w.-]+\.(?:unit|integration|functional)?tests?|vendor|vendored|third[-_]?party|site-packages|venv|\.venv|generated|gen|dist|examples?|samples?|snippets?|tutorials?|quickstarts?)\//i;

const WRITTEN = /\.generated\.\w+$|(?:^|\/)zz_generated[^/]*$/i;
