//! What a job finds where an earlier one left it: `cache: paths`, by the variables that point there.
//! Source: https://docs.gitlab.com/ci/yaml/#cachepaths

import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  scalarOf,
  textOf,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { restoredFiles } from '../container.ts';
import { inherited, type Lineage, type Reading } from './reading.ts';

/** Only folders of the project are kept; a tool finds one of them when a variable says so. */
export function cacheSteps(lineage: Lineage, { root }: Reading): readonly Step[] {
  const node =
    inherited(lineage, 'cache') ??
    childOf(childOf(root, 'default'), 'cache') ??
    childOf(root, 'cache');
  const caches = node?.kind === 'sequence' ? node.items : node ? [node] : [];
  const paths = caches
    .filter(it => textOf(childOf(it, 'policy')) !== 'push')
    .flatMap(it => itemsOf(childOf(it, 'paths')).flatMap(path => scalarOf(path) ?? []));
  if (paths.length === 0) return [];
  const variables = [
    childOf(root, 'variables'),
    ...lineage.nodes.map(it => childOf(it, 'variables')),
  ];
  const folders = variables.flatMap(entriesOf).flatMap(({ key, value }) => {
    const folder = folderOf(value);
    return folder === undefined || folder === '' ? [] : [{ name: key.text, folder }];
  });
  return paths.flatMap(({ text, at }) =>
    folders
      .filter(it => it.folder === plain(text))
      .map(it => restoredFiles(literal(`$${it.name}`, at), literal(text, at), 'cache', at)),
  );
}

const folderOf = (value: YamlNode): string | undefined => {
  const text = textOf(value) ?? textOf(childOf(value, 'value'));
  return text === undefined ? undefined : plain(text.replace(/^\$\{?CI_PROJECT_DIR\}?\//, ''));
};

const plain = (path: string): string => path.replace(/^\.\//, '').replace(/\/?\**$/, '');
