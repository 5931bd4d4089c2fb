//! A YAML document as mappings, sequences and scalars with their places; nothing else knows the parser package.

import type { Region } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';

export type YamlNode = YamlMapping | YamlSequence | YamlScalar;

export interface YamlMapping {
  readonly kind: 'mapping';
  /** In the order of the file; what `<<` merges comes last, without the names that stand there already. */
  readonly entries: readonly YamlEntry[];
  readonly at: Span;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  /** A plain scalar without text when the file gives no value. */
  readonly value: YamlNode;
  /** From the key's first character to the value's last. */
  readonly at: Span;
}

export interface YamlSequence {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
  readonly at: Span;
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** Decoded, always as a string: `true`, `1` and `null` are what the file spells. */
  readonly text: string;
  /** The decoded text with the place of each character. */
  readonly region: Region;
  /** Quotes and block header included. */
  readonly at: Span;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** `undefined` when `node` is no mapping or has no such key; of several the last counts. */
export const entryOf = (node: YamlNode | undefined, name: string): YamlEntry | undefined =>
  node?.kind === 'mapping' ? node.entries.findLast(entry => entry.key.text === name) : undefined;

export const childOf = (node: YamlNode | undefined, name: string): YamlNode | undefined =>
  entryOf(node, name)?.value;

export const entriesOf = (node: YamlNode | undefined): readonly YamlEntry[] =>
  node?.kind === 'mapping' ? node.entries : [];

export const itemsOf = (node: YamlNode | undefined): readonly YamlNode[] =>
  node?.kind === 'sequence' ? node.items : [];

export const scalarOf = (node: YamlNode | undefined): YamlScalar | undefined =>
  node?.kind === 'scalar' ? node : undefined;

/** `undefined` for all but scalars. */
export const textOf = (node: YamlNode | undefined): string | undefined => scalarOf(node)?.text;

/** Nothing stands there, or `null` or `~`. */
export const isEmpty = (node: YamlNode | undefined): boolean =>
  node === undefined ||
  (node.kind === 'scalar' && node.style === 'plain' && /^(?:~|null|)$/i.test(node.text));

/** What stands there, for a message: "a list". */
export function kindInWords(node: YamlNode): string {
  switch (node.kind) {
    case 'mapping':
      return 'a mapping';
    case 'sequence':
      return 'a list';
    case 'scalar':
      return isEmpty(node) ? 'empty' : 'a single value';
  }
}
