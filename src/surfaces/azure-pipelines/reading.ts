//! What one file is read with, and its mappings and problems.

import type { Expression } from '../../domain/expression.ts';
import type { Problem, Span } from '../../domain/span.ts';
import {
  isEmpty,
  kindInWords,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { withoutBlocks } from './blocks.ts';

export interface Reading {
  /** Of the file, relative to the root. */
  readonly path: string;
  readonly problems: Problem[];
  /** `parameters.name`; the name is lower case. */
  readonly parameter: (name: string, at: Span) => Expression;
  /** Those that the file declares, in lower case. */
  readonly parameterNames: readonly string[];
  /** What stands for a list of steps, jobs or stages; `undefined` for any other list. */
  readonly handOver: (
    list: YamlNode & { kind: 'sequence' },
    reading: Reading,
  ) => Expression | undefined;
  /** Templates of elsewhere of which it is said that they are not read. */
  readonly missing: Set<string>;
  /** Variables of the `each` blocks around, lower case. */
  readonly items: ReadonlySet<string>;
}

export function report(reading: Reading, at: Span, message: string): void {
  reading.problems.push({ at, message });
}

/** Its blocks opened; `undefined` and a problem when something else stands there. */
export function mappingAt(
  node: YamlNode | undefined,
  what: string,
  reading: Reading,
): YamlMapping | undefined {
  if (node?.kind === 'mapping') return withoutBlocks(node);
  if (node && !isEmpty(node) && !isTemplateText(node)) {
    report(reading, node.at, `${what} is ${kindInWords(node)}, not a mapping, and was not read`);
  }
  return undefined;
}

/** What an expression puts there, which whoever gives it says. */
export const isTemplateText = (node: YamlNode): boolean =>
  node.kind === 'scalar' && node.text.trim().startsWith('${{');

/** As people gave it, on one line of bounded length. */
export const asTitle = (name: string): string => name.trim().replace(/\s+/g, ' ').slice(0, 80);
