//! Azure Resource Manager templates and their parameter files.

import type { Declaration, FileFacts, Routine } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem } from '../../domain/span.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseJson } from '../../languages/json/parse.ts';
import type { JsonError, JsonNode } from '../../languages/json/tree.ts';
import { TEMPLATE } from '../arm-steps.ts';
import { memberOf, type Reading } from './reading.ts';
import { isArmText } from './recognise.ts';
import { stepsOfResources, TOP } from './resources.ts';
import { bindVariables, fileScope, parametersOf } from './scopes.ts';
import { valueFile } from './value-file.ts';

export const armTemplate: Surface = {
  id: 'arm-template',
  title: 'Azure Resource Manager template',
  comments: ['//', '/*'],
  matches: path => /\.jsonc?$/i.test(path),
  recognises: isArmText,
  extract(file): FileFacts {
    const { path } = file;
    const { root, errors } = parseJson(file.text);
    const declarations = root ? [declarationOf(file, root)] : [];
    return { path, pipelines: [], declarations, problems: problemsOf(path, errors) };
  },
};

function declarationOf(file: SourceFile, root: JsonNode): Declaration {
  const reading: Reading = {
    file,
    scope: fileScope(root),
    bindings: new Map(),
    bound: [],
  };
  return memberOf(root, 'resources') ? templateOf(root, reading) : valueFile(root, reading);
}

function templateOf(root: JsonNode, reading: Reading): Routine {
  const { path, text } = reading.file;
  bindVariables(root, reading);
  const parameters = parametersOf(root, reading);
  const body = stepsOfResources(memberOf(root, 'resources'), TOP, reading);
  const at = { path, start: 0, end: text.length };
  return {
    kind: 'routine',
    type: TEMPLATE,
    path,
    parameters,
    bindings: reading.bound,
    body,
    at,
  };
}

/** The first tells where to look; the others mostly follow from it. */
function problemsOf(path: string, errors: readonly JsonError[]): readonly Problem[] {
  const [first] = errors;
  if (!first) return [];
  const { start, end, message } = first;
  return [{ at: { path, start, end }, message: `not read completely: ${message}` }];
}
