//! Terraform and OpenTofu files: a folder of them is a module, files of values serve it.

import type { Entry } from '../../domain/expression.ts';
import type { Declaration, FileFacts, Parameter, Routine } from '../../domain/facts.ts';
import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem } from '../../domain/span.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseHcl } from '../../languages/hcl/parse.ts';
import type { HclError } from '../../languages/hcl/tree.ts';
import { parseJson } from '../../languages/json/parse.ts';
import type { Block } from '../hcl-block.ts';
import { hclBlocks, hclEntries } from '../hcl-file.ts';
import { lockedBindings, remoteBindings, versionBindings } from '../terraform-settings.ts';
import { bodyOf } from './body.ts';
import { folderOf } from './folder.ts';
import { blockEntries, jsonBlocks } from './json-block.ts';
import { isValueFile, valueFile } from './value-file.ts';

export const terraform: Surface = {
  id: 'terraform',
  title: 'Terraform',
  comments: ['#', '//', '/*'],
  matches: path => /\.(?:tf|tofu)(?:\.json)?$/.test(path) || isValueFile(path) || isLock(path),
  extract,
};

const isLock = (path: string): boolean => /(?:^|\/)\.terraform\.lock\.hcl$/.test(path);

interface Reading {
  readonly blocks: readonly Block[];
  /** Those of the file itself, outside of blocks. */
  readonly entries: readonly Entry[];
  readonly errors: readonly HclError[];
}

function extract(file: SourceFile): FileFacts {
  const { path } = file;
  const { blocks, entries, errors } = path.endsWith('.json') ? readJson(file) : readHcl(file);
  const declaration = declarationOf(file, blocks, entries);
  return { path, pipelines: [], declarations: [declaration], problems: problemsOf(path, errors) };
}

function declarationOf(
  file: SourceFile,
  blocks: readonly Block[],
  entries: readonly Entry[],
): Declaration {
  const { path, text } = file;
  if (isValueFile(path)) return valueFile(path, entries, text.length);
  return isLock(path) ? lockOf(file, blocks) : moduleOf(file, blocks);
}

/** A part of the folder's module that holds nothing but versions. */
const lockOf = ({ path, text }: SourceFile, blocks: readonly Block[]): Routine => ({
  kind: 'routine',
  type: 'terraform-module',
  path: folderOf(path),
  parameters: [],
  bindings: lockedBindings(blocks),
  body: [],
  at: { path, start: 0, end: text.length },
});

function readHcl({ path, text }: SourceFile): Reading {
  const outer = wholeFile(path, text);
  const { body, errors } = parseHcl(text);
  return { blocks: hclBlocks(body, outer), entries: hclEntries(body, outer), errors };
}

function readJson({ path, text }: SourceFile): Reading {
  const { root, errors } = parseJson(text);
  return { blocks: jsonBlocks(path, root), entries: blockEntries(path, root), errors };
}

function moduleOf({ path, text }: SourceFile, blocks: readonly Block[]): Routine {
  const settled = [...versionBindings(blocks), ...remoteBindings(blocks)];
  return {
    kind: 'routine',
    type: 'terraform-module',
    path: folderOf(path),
    parameters: blocks.filter(it => it.type === 'variable').map(parameterOf),
    bindings: [
      ...blocks.filter(it => it.type === 'locals').flatMap(it => it.arguments()),
      ...settled,
    ],
    body: bodyOf(blocks, settled),
    at: { path, start: 0, end: text.length },
  };
}

function parameterOf(variable: Block): Parameter {
  const fallback = variable.arguments().find(it => it.name === 'default')?.value;
  const name = variable.labels[0] ?? '';
  return { name, ...(fallback ? { fallback } : {}), at: variable.at };
}

/** The first tells where to look; the others mostly follow from it. */
function problemsOf(path: string, errors: readonly HclError[]): readonly Problem[] {
  const [first, ...others] = errors;
  if (!first) return [];
  const more = others.length === 0 ? '' : `, and ${others.length} more like it`;
  const at = { path, start: first.start, end: first.end };
  return [{ at, message: `this file could be read only in part: ${first.message}${more}` }];
}
