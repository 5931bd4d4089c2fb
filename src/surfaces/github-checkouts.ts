//! Folders of the workspace that `actions/checkout` puts this repository into: paths below them are paths from its root.
//! Source: https://github.com/actions/checkout#usage

import type { Expression } from '../domain/expression.ts';
import { literal, text } from '../domain/literal.ts';
import { subRegion } from '../domain/region.ts';
import { childOf, textOf, type YamlNode } from '../languages/yaml/tree.ts';

/** `src` for `path: src`; `undefined` for the workspace itself, another repository, and what only a run can tell. */
export function checkoutFolder(step: YamlNode): string | undefined {
  const uses = textOf(childOf(step, 'uses'))?.trim() ?? '';
  if (!/^actions\/checkout(?:@|$)/i.test(uses)) return undefined;
  const inputs = childOf(step, 'with');
  const repository = textOf(childOf(inputs, 'repository'))?.trim() ?? '';
  if (repository !== '' && !/^\$\{\{\s*github\.repository\s*\}\}$/.test(repository)) {
    return undefined;
  }
  const path = textOf(childOf(inputs, 'path'))?.trim() ?? '';
  const folder = path.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  return folder === '' || folder === '.' || folder.includes('${{') ? undefined : folder;
}

/** A path of the workspace as one of the repository, when it leads into one of these folders. */
export function inRepository(path: Expression, folders: readonly string[]): Expression {
  if (path.kind !== 'text') return path;
  const { region } = path;
  const start = /^(?:\.\/+)*/.exec(region.text)?.[0].length ?? 0;
  for (const folder of folders) {
    if (!region.text.startsWith(folder, start)) continue;
    const end = start + folder.length;
    if (/^\/*$/.test(region.text.slice(end))) return literal('.', path.at);
    if (region.text[end] === '/') return text(subRegion(region, end + 1, region.text.length));
  }
  return path;
}
