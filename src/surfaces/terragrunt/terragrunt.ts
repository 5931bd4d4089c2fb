//! Terragrunt's files: which module a unit runs, and what is put around it.
//! Source: https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/

import type { Entry, Expression } from '../../domain/expression.ts';
import type { FileFacts, Routine } from '../../domain/facts.ts';
import { wholeFile } from '../../domain/region.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseHcl } from '../../languages/hcl/parse.ts';
import { includeName } from '../hcl-access.ts';
import { argumentOf, type Block, entriesOf } from '../hcl-block.ts';
import { hclBlocks, hclEntries } from '../hcl-file.ts';
import { bodyOf } from './body.ts';

/** Other tools write `.hcl` too; these begin what only Terragrunt knows. */
const BLOCKS =
  /^[ \t]*(?:include(?:[ \t]+"[^"]*")?[ \t]*\{|(?:remote_state|dependencies|terraform)[ \t]*\{|(?:generate|dependency)[ \t]+"|(?:inputs|generate|terragrunt)[ \t]*=)/m;

/** Files that others read for their values begin with them. */
const VALUES = /^(?:\s|#[^\n]*\n|\/\/[^\n]*\n)*locals\s*\{/;

export const terragrunt: Surface = {
  id: 'terragrunt',
  title: 'Terragrunt',
  comments: ['#', '//', '/*'],
  matches: path => /\.hcl$/.test(path) && !/\.(?:pkr|pkrvars|lock|tftest|tfmock)\.hcl$/.test(path),
  recognises: text => BLOCKS.test(text) || VALUES.test(text),
  extract({ path, text }): FileFacts {
    const outer = wholeFile(path, text);
    const { body, errors } = parseHcl(text);
    const routine = routineOf(path, text, hclBlocks(body, outer), hclEntries(body, outer));
    const [first] = errors;
    const problems = first
      ? [
          {
            at: { path, start: first.start, end: first.end },
            message: `this file could be read only in part: ${first.message}`,
          },
        ]
      : [];
    return { path, pipelines: [], declarations: [routine], problems };
  },
};

function routineOf(
  path: string,
  text: string,
  blocks: readonly Block[],
  entries: readonly Entry[],
): Routine {
  const inputs = entriesOf(entries.find(it => it.name === 'inputs')?.value);
  return {
    kind: 'routine',
    type: 'terragrunt-file',
    path,
    // Blocks that it generates are read where they stand: what they ask of the module's variables is given here.
    parameters: inputs.map(({ name, value, at }) => ({ name, fallback: value, at })),
    bindings: [
      ...blocks.filter(it => it.type === 'locals').flatMap(it => it.arguments()),
      ...blocks.filter(it => it.type === 'include').flatMap(includeBinding),
    ],
    body: bodyOf(path, blocks, entries),
    at: { path, start: 0, end: text.length },
  };
}

/** What the included file binds. */
function includeBinding(include: Block): readonly Entry[] {
  const { labels, at } = include;
  const path = argumentOf(include, 'path');
  if (!path) return [];
  const folder: Expression = { kind: 'call', name: 'root-folder', args: [], at };
  const value: Expression = { kind: 'call', name: 'read-bindings', args: [path, folder], at };
  return [{ name: includeName(labels[0] ?? ''), value, at }];
}
