//! YAML text to its documents, with what is wrong in it.

import { parseAllDocuments } from 'yaml';
import type { Problem, Span } from '../../domain/span.ts';
import { treeOf } from './compose-tree.ts';
import { whyTooMuch } from './limits.ts';
import type { YamlNode } from './tree.ts';

export interface YamlFile {
  /** Documents without content are left out. */
  readonly documents: readonly YamlNode[];
  readonly errors: readonly Problem[];
}

/** A file of templates has an error on every other line; the first ones say it all. */
const ERRORS_MAX = 10;

/** Never throws. `text` has no byte order mark. Broken files give what can be read beside the errors. */
export function parseYaml(path: string, text: string): YamlFile {
  const refusal = whyTooMuch(text);
  if (refusal !== undefined) {
    const at = { path, start: 0, end: 0 };
    return { documents: [], errors: [{ at, message: `the file ${refusal}, so it was not read` }] };
  }
  const parsed = parseAllDocuments(text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    schema: 'failsafe',
  });
  const errors: Problem[] = [];
  const documents: YamlNode[] = [];
  for (const document of [...parsed]) {
    for (const { pos, message } of document.errors) {
      const at = inside(path, text, pos[0], pos[1]);
      errors.push({ at, message: `not valid YAML: ${asClause(message)}` });
    }
    const tree = treeOf({ path, text }, document.contents);
    errors.push(...tree.problems);
    if (tree.root) documents.push(tree.root);
  }
  return { documents, errors: bounded(onePerLine(errors, text)) };
}

/** The package misses some things behind the end of the text. */
function inside(path: string, text: string, from: number, to: number): Span {
  const start = Math.min(from, text.length);
  return { path, start, end: Math.min(Math.max(start, to), text.length) };
}

/** The first error of a line explains the others. */
function onePerLine(errors: readonly Problem[], text: string): readonly Problem[] {
  const kept: Problem[] = [];
  let lineEnd = -1;
  for (const error of errors.toSorted((a, b) => a.at.start - b.at.start)) {
    if (error.at.start <= lineEnd) continue;
    kept.push(error);
    const next = text.indexOf('\n', error.at.start);
    lineEnd = next < 0 ? text.length : next;
  }
  return kept;
}

const asClause = (message: string): string =>
  message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 160);

function bounded(errors: readonly Problem[]): readonly Problem[] {
  const next = errors[ERRORS_MAX];
  if (!next) return errors;
  const more = errors.length - ERRORS_MAX;
  return [
    ...errors.slice(0, ERRORS_MAX),
    { at: next.at, message: `not valid YAML here and in ${more - 1} more places` },
  ];
}
