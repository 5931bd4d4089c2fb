//! A scalar of any style to the region of its text.

import type { CST, Scalar } from 'yaml';
import type { Region } from '../../domain/region.ts';
import { decodedBlock } from './block-scalar.ts';
import type { DecodedText } from './decoded-text.ts';
import { decodedDouble, decodedPlain, decodedSingle } from './flow-scalar.ts';
import type { ScalarStyle } from './tree.ts';

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Without exact places when the parser reads the scalar differently, which happens in broken files only. */
export function scalarRegion(file: SourceText, scalar: Scalar): Region {
  const text = scalar.source ?? '';
  const token = scalar.srcToken;
  const [start, end] = scalar.range ?? [0, 0];
  const coarse = { at: { path: file.path, start, end }, text, segments: [], holes: [] };
  const decoded = token && decodedToken(file.text, token);
  if (!decoded || decoded.text !== text) return coarse;
  const first = decoded.segments[0];
  const last = decoded.segments.at(-1);
  if (!first || !last) return coarse;
  const to = withoutLineEnds(file.text, first.host, last.host + last.length);
  return {
    at: { path: file.path, start: first.host, end: to },
    text,
    segments: decoded.segments,
    holes: [],
  };
}

export function styleOf(scalar: Scalar): ScalarStyle {
  return STYLES.get(scalar.type ?? '') ?? 'plain';
}

const STYLES: ReadonlyMap<string, ScalarStyle> = new Map([
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
  ['QUOTE_SINGLE', 'single'],
  ['QUOTE_DOUBLE', 'double'],
]);

/** `undefined` for a token that is no scalar. */
function decodedToken(source: string, token: CST.Token): DecodedText | undefined {
  if (token.type === 'block-scalar') return decodedBlockToken(source, token);
  if (!('source' in token)) return undefined;
  const start = token.offset;
  const end = start + token.source.length;
  if (token.type === 'scalar') return decodedPlain(source, start, end);
  if (token.type === 'single-quoted-scalar') return decodedSingle(source, start + 1, end - 1);
  if (token.type === 'double-quoted-scalar') return decodedDouble(source, start + 1, end - 1);
  return undefined;
}

function decodedBlockToken(source: string, token: CST.BlockScalar): DecodedText {
  const headers = token.props.map(it => ('source' in it ? it.source : ''));
  const start = token.offset + headers.join('').length;
  return decodedBlock(source, {
    header: headers[0] ?? '|',
    start,
    end: start + token.source.length,
    parentIndent: token.indent,
  });
}

function withoutLineEnds(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && (source[at - 1] === '\n' || source[at - 1] === '\r')) at -= 1;
  return at > start ? at : end;
}
