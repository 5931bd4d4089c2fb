//! The parser package's nodes to our tree: aliases followed, merge keys merged, within bounds.

import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import type { Problem, Span } from '../../domain/span.ts';
import { DEPTH_MAX } from './limits.ts';
import { type SourceText, scalarRegion, styleOf } from './scalar-region.ts';
import { entriesOf, type YamlEntry, type YamlNode, type YamlScalar } from './tree.ts';

/** An alias shares its anchor's node, but who walks the tree meets it again: more nodes than these are refused. */
const NODES_MAX = 100_000;

export interface Tree {
  readonly root: YamlNode | undefined;
  readonly problems: readonly Problem[];
}

interface Composition {
  readonly file: SourceText;
  readonly problems: Problem[];
  readonly anchors: Map<string, { readonly node: YamlNode; readonly size: number }>;
  /** Nodes met so far, those behind aliases as often as they are named. */
  nodes: number;
}

export function treeOf(file: SourceText, contents: unknown): Tree {
  const problems: Problem[] = [];
  if (contents === null || contents === undefined) return { root: undefined, problems };
  const composition: Composition = { file, problems, anchors: new Map(), nodes: 0 };
  const root = nodeOf(contents, 0, composition, 0);
  const isNothing = root.kind === 'scalar' && root.text === '' && root.style === 'plain';
  return { root: isNothing ? undefined : root, problems };
}

/** `fallback` is the offset of a node that the file does not spell. */
function nodeOf(node: unknown, depth: number, to: Composition, fallback: number): YamlNode {
  const at = spanOfNode(node, to.file, fallback);
  if (depth > DEPTH_MAX) {
    to.problems.push({ at, message: `nested deeper than ${DEPTH_MAX} levels, so it was not read` });
    return emptyScalar(at);
  }
  if (isAlias(node)) return aliased(node.source, at, to);
  const before = to.nodes;
  to.nodes += 1;
  const made = ownNode(node, at, depth, to);
  const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
  if (anchor !== undefined) to.anchors.set(anchor, { node: made, size: to.nodes - before });
  return made;
}

function ownNode(node: unknown, at: Span, depth: number, to: Composition): YamlNode {
  if (isMap(node)) {
    const own = node.items.map(pair => entryOfPair(pair, at, depth, to));
    return { kind: 'mapping', entries: merged(own), at };
  }
  if (isSeq(node)) {
    const items = node.items.map(item => nodeOf(item, depth + 1, to, at.start));
    return { kind: 'sequence', items, at };
  }
  return isScalar(node) ? scalarNode(node, at, to.file) : emptyScalar(at);
}

function aliased(name: string, at: Span, to: Composition): YamlNode {
  const target = to.anchors.get(name);
  if (!target) {
    to.problems.push({ at, message: `\`*${name}\` stands for nothing that is written above` });
    return emptyScalar(at);
  }
  if (to.nodes + target.size > NODES_MAX) {
    to.problems.push({
      at,
      message: `\`*${name}\` would make the file too large, so it was not read`,
    });
    return emptyScalar(at);
  }
  to.nodes += target.size;
  return target.node;
}

function entryOfPair(pair: Pair, parent: Span, depth: number, to: Composition): YamlEntry {
  const read = nodeOf(pair.key, depth + 1, to, parent.start);
  const key = read.kind === 'scalar' ? read : spelledKey(read.at, to.file);
  const place = spanOfNode(pair.key, to.file, key.at.start);
  const value = nodeOf(pair.value, depth + 1, to, place.end);
  const end = Math.max(place.end, spanOfNode(pair.value, to.file, place.end).end);
  return { key, value, at: { ...place, end } };
}

/** A list or mapping as a key: `? [a, b]`. */
function spelledKey(at: Span, file: SourceText): YamlScalar {
  const text = file.text.slice(at.start, at.end);
  return { ...emptyScalar(at), text, region: { at, text, segments: [], holes: [] } };
}

function scalarNode(node: Scalar, at: Span, file: SourceText): YamlScalar {
  const region = scalarRegion(file, node);
  return { kind: 'scalar', style: styleOf(node), text: region.text, region, at };
}

const emptyScalar = (at: Span): YamlScalar => ({
  kind: 'scalar',
  style: 'plain',
  text: '',
  region: { at, text: '', segments: [], holes: [] },
  at,
});

/** `<<: *defaults`, `<<: [*a, *b]`. Source: https://yaml.org/type/merge.html */
function merged(entries: readonly YamlEntry[]): readonly YamlEntry[] {
  const isMerge = ({ key }: YamlEntry): boolean => key.text === '<<' && key.style === 'plain';
  const merges = entries.filter(isMerge);
  if (merges.length === 0) return entries;
  const own = entries.filter(entry => !isMerge(entry));
  const names = new Set(own.map(entry => entry.key.text));
  const added: YamlEntry[] = [];
  for (const { value } of merges) {
    for (const source of value.kind === 'sequence' ? value.items : [value]) {
      for (const entry of entriesOf(source)) {
        if (names.has(entry.key.text)) continue;
        names.add(entry.key.text);
        added.push(entry);
      }
    }
  }
  return [...own, ...added];
}

function spanOfNode(node: unknown, file: SourceText, fallback: number): Span {
  const range =
    isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : undefined;
  const [start, end] = range ?? [fallback, fallback];
  return { path: file.path, start, end };
}
