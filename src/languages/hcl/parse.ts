//! HCL text to a tree. Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md

import { readFile } from './body.ts';
import { newReader } from './reader.ts';
import type { HclBody, HclError, Stretch } from './tree.ts';

export interface HclText {
  readonly body: HclBody;
  readonly comments: readonly Stretch[];
  readonly errors: readonly HclError[];
}

/** Never throws; what cannot be read is left out of the tree and is an error. */
export function parseHcl(text: string): HclText {
  const first = parseOnce(text, false);
  // With a brace missing, the following blocks would all belong to the open one. Lines tell better then, and only then:
  // in a text whose braces match, indentation says nothing.
  return first.lacksBrace ? parseOnce(text, true) : first;
}

function parseOnce(
  text: string,
  trustsLineStarts: boolean,
): HclText & { readonly lacksBrace: boolean } {
  const reader = newReader(text, trustsLineStarts);
  const body = readFile(reader);
  const { comments, errors, lacksBrace } = reader;
  return { body, comments, errors, lacksBrace };
}
