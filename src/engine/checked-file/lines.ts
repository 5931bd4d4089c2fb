//! On which line of a YAML file something stands.

import { type Document, isMap, isNode, isScalar, type LineCounter } from 'yaml';

export type Path = readonly (string | number)[];

/** The 1-based line of a value, or of a key when `key` says which of its keys; that of what holds it when there is none. */
export type LineOf = (path: Path, key?: string) => number;

export function linesOf(document: Document.Parsed, counter: LineCounter): LineOf {
  return (path, key) => {
    const offset = key === undefined ? valueOffset(document, path) : keyOffset(document, path, key);
    return offset === undefined ? 1 : counter.linePos(offset).line;
  };
}

function valueOffset(document: Document.Parsed, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

function keyOffset(document: Document.Parsed, path: Path, key: string): number | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return valueOffset(document, path);
  const pair = map.items.find(it => isScalar(it.key) && it.key.value === key);
  return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
}
