//! Files that a container finds where volumes are mounted: scripts of a `ConfigMap`, and what others keep.
//! Source: https://kubernetes.io/docs/concepts/storage/volumes/

import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  textOf,
  type YamlEntry,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { type Origin, restoredFiles } from '../container.ts';
import { kindOf, nameOf, type Reading, valueOfScalar } from './reading.ts';

const NONE: ReadonlySet<string> = new Set();

export function mountedFiles(
  container: YamlNode,
  volumes: YamlNode | undefined,
  reading: Reading,
): readonly Step[] {
  return itemsOf(childOf(container, 'volumeMounts')).flatMap(mount => {
    const path = textOf(childOf(mount, 'mountPath'));
    const name = textOf(childOf(mount, 'name'));
    const volume = itemsOf(volumes).find(it => textOf(childOf(it, 'name')) === name);
    if (path === undefined || !volume) return [];
    return [
      ...scriptFiles(path, textOf(childOf(mount, 'subPath')), volume, reading),
      ...keptFiles(path, volume, mount),
    ];
  });
}

/** Every text of the map is a file. */
function scriptFiles(
  path: string,
  part: string | undefined,
  volume: YamlNode,
  reading: Reading,
): readonly Step[] {
  const name = textOf(childOf(childOf(volume, 'configMap'), 'name'));
  const map = reading.objects.find(it => kindOf(it) === 'ConfigMap' && nameOf(it) === name);
  return scriptsOf(map).flatMap(({ key, value, at }): readonly Step[] => {
    if (value.kind !== 'scalar' || (part !== undefined && part !== key.text)) return [];
    const target = part === undefined ? `${path.replace(/\/$/, '')}/${key.text}` : path;
    const content = valueOfScalar(value, reading, NONE);
    return [{ kind: 'write', target: literal(target, at), content, appends: false, at: key.at }];
  });
}

/** Texts of a `ConfigMap` that are programs, by their names or first lines. */
export const scriptsOf = (map: YamlNode | undefined): readonly YamlEntry[] =>
  entriesOf(childOf(map, 'data')).filter(
    ({ key, value }) =>
      value.kind === 'scalar' &&
      (/\.(?:sh|bash|ps1)$/i.test(key.text) || /^\s*#!/.test(value.text)),
  );

const ORIGINS: readonly (readonly [string, Origin])[] = [
  ['hostPath', 'host'],
  ['secret', 'secret'],
  ['projected', 'secret'],
  ['csi', 'secret'],
  ['persistentVolumeClaim', 'volume'],
  ['azureFile', 'volume'],
  ['nfs', 'volume'],
];

function keptFiles(path: string, volume: YamlNode, mount: YamlNode): readonly Step[] {
  const found = ORIGINS.find(([key]) => childOf(volume, key));
  if (!found) return [];
  const [key, origin] = found;
  const of = childOf(volume, key);
  const source =
    textOf(childOf(of, 'path')) ??
    textOf(childOf(of, 'secretName')) ??
    textOf(childOf(of, 'claimName')) ??
    key;
  const { at } = mount;
  return [restoredFiles(literal(path, at), literal(source, at), origin, at)];
}
