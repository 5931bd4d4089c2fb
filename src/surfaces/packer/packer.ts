//! Packer's templates, in HCL and in the JSON of old, and files of values for their variables.
//! Source: https://developer.hashicorp.com/packer/docs/templates

import type { Declaration, FileFacts, Routine } from '../../domain/facts.ts';
import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem } from '../../domain/span.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseHcl } from '../../languages/hcl/parse.ts';
import { parseJson } from '../../languages/json/parse.ts';
import { hclBlocks, hclEntries } from '../hcl-file.ts';
import { hclTemplate } from './hcl-template.ts';
import { jsonTemplate } from './json-template.ts';
import { folderOf, PACKER_TEMPLATE, routineOf } from './template.ts';

const VALUES = /\.pkrvars\.hcl$/;

/** A template of JSON lists its builders; the others say what they are by name, and what else stands there matters little. */
const isPackerText = (text: string, path: string): boolean =>
  path.endsWith('.json')
    ? text.includes('"builders"') && /"builders"\s*:\s*\[/.test(text)
    : HCL.test(text);

const HCL = /^[ \t]*(?:(?:source|build|variable|locals?|packer|data)\b[^\n]*\{|\w+[ \t]*=)/m;

export const packer: Surface = {
  id: 'packer',
  title: 'Packer',
  comments: ['#', '//', '/*'],
  matches: path => /\.pkr(?:vars)?\.hcl$|\.json$/.test(path),
  recognises: isPackerText,
  extract: file => (file.path.endsWith('.hcl') ? readHcl(file) : readJson(file)),
};

/** Packer reads a folder as one template, and a file that is named as one of its own. */
function readHcl({ path, text }: SourceFile): FileFacts {
  const outer = wholeFile(path, text);
  const { body, errors } = parseHcl(text);
  const at = { path, start: 0, end: text.length };
  const problems = problemsOf(path, errors);
  if (VALUES.test(path)) {
    const values = hclEntries(body, outer);
    const serves = path.endsWith('.auto.pkrvars.hcl') ? { serves: folderOf(path) } : {};
    const file: Declaration = {
      kind: 'values',
      type: PACKER_TEMPLATE,
      path,
      ...serves,
      values,
      at,
    };
    return { path, pipelines: [], declarations: [file], problems };
  }
  const template = hclTemplate(hclBlocks(body, outer));
  const folder = routineOf(folderOf(path), template, at);
  // The folder is one template, of which this file is a part.
  const file: Routine = { ...routineOf(path, template, at), leftTo: 'nobody' };
  const declarations = [file, folder];
  return { path, pipelines: [], declarations, problems };
}

function readJson({ path, text }: SourceFile): FileFacts {
  const { root, errors } = parseJson(text);
  const at = { path, start: 0, end: text.length };
  const declarations = root ? [routineOf(path, jsonTemplate(path, root), at)] : [];
  return { path, pipelines: [], declarations, problems: problemsOf(path, errors) };
}

interface SyntaxError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** The first tells where to look; the others mostly follow from it. */
function problemsOf(path: string, [first]: readonly SyntaxError[]): readonly Problem[] {
  if (!first) return [];
  const { start, end, message } = first;
  return [
    { at: { path, start, end }, message: `this file could be read only in part: ${message}` },
  ];
}
