//! Here-documents of an instruction: `RUN <<EOF`, `COPY <<run.sh /run.sh`.
//! Source: https://docs.docker.com/reference/dockerfile/#here-documents

import type { Region } from '../../domain/region.ts';
import { lineFrom, regionOf } from './lines.ts';
import type { Heredoc } from './tree.ts';

/** Instructions that may have some; elsewhere `<<` is text. */
export const HEREDOC_INSTRUCTIONS: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD']);

/** Not `<<<`, and not inside a word: `1<<2`. */
const MARK = /(?:^|[\s;&|(])\d?<<(-?)(["']?)([A-Za-z_][\w.-]*)\2(?=$|[\s;&|)>])/g;

/** More of them at one instruction are somebody's game. */
const HEREDOCS_MAX = 20;

/** `next`: where the line after the instruction begins; gives where the line after the last document begins. */
export function heredocsOf(
  line: Region,
  path: string,
  text: string,
  next: number,
): { readonly heredocs: readonly Heredoc[]; readonly next: number } {
  const heredocs: Heredoc[] = [];
  let position = next;
  for (const match of [...withoutQuoted(line.text).matchAll(MARK)].slice(0, HEREDOCS_MAX)) {
    const name = match[3] ?? '';
    const isIndented = match[1] === '-';
    const found = bodyFrom(path, text, position, name, isIndented);
    if (!found) break;
    heredocs.push({ name, isIndented, body: found.body, raw: found.raw });
    position = found.next;
  }
  return { heredocs, next: position };
}

/** Text in quotes is blanked, but for the quotes around the name of a document. */
const withoutQuoted = (text: string): string =>
  text.replace(/(<<-?)?(["'])((?:(?!\2)[^\\]|\\.)*)\2/g, (all, mark: string | undefined) =>
    mark ? all : ' '.repeat(all.length),
  );

/** `undefined` when no line ends it: then it was none. */
function bodyFrom(
  path: string,
  text: string,
  start: number,
  name: string,
  isIndented: boolean,
): { readonly body: Region; readonly raw: Region; readonly next: number } | undefined {
  const stretches: { start: number; end: number }[] = [];
  let position = start;
  while (position < text.length) {
    const line = lineFrom(text, position);
    const tabs = isIndented ? /^\t*/.exec(text.slice(line.start, line.end))?.[0].length : 0;
    const from = line.start + (tabs ?? 0);
    if (text.slice(from, line.end) === name) {
      return {
        body: regionOf(path, text, stretches),
        raw: regionOf(path, text, [{ start, end: line.next }]),
        next: line.next,
      };
    }
    stretches.push({ start: from, end: line.next });
    position = line.next;
  }
  return undefined;
}
