//! Heredocs: `<<EOT` and, without the indentation its lines share, `<<-EOT`.

import { CODE, isBlank, isNamePart } from './characters.ts';
import { codeAt, isBlockHead, lineEnd, type Reader, report } from './reader.ts';
import { checkedTemplate, readBareText, readSequence } from './template.ts';
import { flushed, type TemplatePart } from './template-part.ts';
import type { HclTemplate } from './tree.ts';

const OPENING = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;

/** Stands on `<<`; `undefined`, and nothing is passed, when it opens no heredoc. */
export function readHeredoc(reader: Reader): HclTemplate | undefined {
  const start = reader.position;
  OPENING.lastIndex = start;
  const opening = OPENING.exec(reader.text);
  if (!opening || start + opening[0].length > reader.end) return undefined;
  const [whole, dash, tag = ''] = opening;
  const from = start + whole.length;
  reader.position = from;
  const lines = readLines(reader, tag);
  const parts = lines ?? readWithoutEnd(reader, from);
  if (!lines) report(reader, `the heredoc \`${tag}\` has no end`, start);
  return checkedTemplate(reader, dash === '-' ? flushed(parts) : parts, start);
}

/** Each line is a part of its own, because indentation is a matter of lines; `undefined` when no line is the tag. */
function readLines(reader: Reader, tag: string): readonly TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  let startsLine = true;
  while (reader.position < reader.end) {
    const close = startsLine ? closingEnd(reader, tag) : undefined;
    if (close !== undefined) {
      reader.position = close;
      return parts;
    }
    const end = Math.min(lineEnd(reader, reader.position) + 1, reader.end);
    const text = readBareText(reader, end, startsLine);
    parts.push(...text);
    if (reader.position < end) {
      parts.push(readSequence(reader, startsLine && text.length === 0, false));
      startsLine = false;
    } else startsLine = true;
  }
  return undefined;
}

/** The end of the tag when it is all that stands on this line. */
function closingEnd(reader: Reader, tag: string): number | undefined {
  let position = reader.position;
  while (isBlank(codeAt(reader, position))) position += 1;
  if (!reader.text.startsWith(tag, position)) return undefined;
  const end = position + tag.length;
  if (isNamePart(codeAt(reader, end)) || end > reader.end) return undefined;
  position = end;
  while (isBlank(codeAt(reader, position))) position += 1;
  const code = codeAt(reader, position);
  const isLast = position >= reader.end || code === CODE.lineFeed || code === CODE.carriageReturn;
  return isLast ? end : undefined;
}

/** What it holds up to the next block, as it stands: a forgotten tag takes no other block with it. */
function readWithoutEnd(reader: Reader, from: number): readonly TemplatePart[] {
  const end = reader.openHeredocsLeft > 0 ? nextBlockHead(reader, from) : reader.end;
  reader.openHeredocsLeft -= 1;
  reader.position = end;
  while ((reader.comments.at(-1)?.start ?? -1) >= end) reader.comments.pop();
  const value = reader.text.slice(from, end);
  const segments = [{ guest: 0, host: from, length: value.length }];
  return value === '' ? [] : [{ kind: 'text', value, segments, startsLine: true }];
}

function nextBlockHead(reader: Reader, from: number): number {
  for (let line = from; line < reader.end; line = lineEnd(reader, line) + 1) {
    if (isBlockHead(reader, line)) return line;
  }
  return reader.end;
}
