//! Reads a repository as a scan does, and says what went wrong inside: exceptions, spans outside their files.

import { wholeFile } from '../../src/domain/region.ts';
import type { Report } from '../../src/domain/report.ts';
import { sourceFile } from '../../src/domain/source-file.ts';
import type { Language, Program, Surface } from '../../src/domain/surface.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { decode } from '../../src/engine/decode.ts';
import { textFile } from '../../src/engine/input.ts';
import * as registry from '../../src/engine/registry.gen.ts';

/** Text by path. */
export type Files = ReadonlyMap<string, string>;

export interface Watched {
  readonly report: Report;
  /** One sentence each; none when all is well. */
  readonly faults: readonly string[];
  /** What was handed to languages. */
  readonly scripts: readonly { readonly language: string; readonly text: string }[];
}

export function readWatched(files: Files): Watched {
  const lengths = new Map([...files].map(([path, text]) => [path, decodedLength(text)]));
  const faults: string[] = [];
  const seen = new Set<object>();
  const scripts: { language: string; text: string }[] = [];
  const languages = registry.languages.map(
    (language): Language => ({
      ...language,
      programOf(region) {
        scripts.push({ language: language.id, text: region.text });
        const program = language.programOf(region);
        faults.push(...spanFaults(language.id, program, lengths, seen));
        return program;
      },
    }),
  );
  const surfaces = registry.surfaces.map(surface => ({
    ...surface,
    extract(file: Parameters<typeof surface.extract>[0]) {
      const facts = surface.extract(file);
      faults.push(...spanFaults(surface.id, facts, lengths, seen));
      return facts;
    },
  }));
  const report = analyse(
    {
      version: '0.0.0',
      files: [...files].map(([path, text]) => textFile(path, text)),
      elapsedMs: () => 0,
    },
    { ...registry, surfaces, languages },
  );
  for (const { path, message } of report.problems)
    if (message.startsWith('could not be read:')) faults.push(`${path}: ${message}`);
  return { report, faults: [...new Set(faults)], scripts };
}

/** The same for one text that this surface is asked about, whether or not it is one of its own. */
export function extractionFaults(surface: Surface, path: string, text: string): readonly string[] {
  surface.recognises?.(text, path);
  const facts = surface.extract(sourceFile(path, text));
  return spanFaults(surface.id, facts, new Map([[path, text.length]]), new Set());
}

/** The same for one text in one language. */
export function programFaults(language: Language, text: string): readonly string[] {
  const program: Program = language.programOf(wholeFile('script', text));
  return spanFaults(language.id, program, new Map([['script', text.length]]), new Set());
}

/** Without the byte order mark, and with what UTF-8 makes of half a character. */
function decodedLength(text: string): number {
  const decoded = decode(new TextEncoder().encode(text));
  return decoded.kind === 'binary' ? 0 : decoded.text.length;
}

/** Of whatever looks like a span in a tree; a tree may hold a part twice, and be deep. */
function spanFaults(
  who: string,
  tree: object,
  lengths: ReadonlyMap<string, number>,
  seen: Set<object>,
): readonly string[] {
  const faults: string[] = [];
  const left: object[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const value of Object.values(node))
      if (typeof value === 'object' && value !== null) left.push(value);
    const span: { path?: unknown; start?: unknown; end?: unknown } = node;
    if (typeof span.path !== 'string' || typeof span.start !== 'number') continue;
    const length = lengths.get(span.path) ?? 0;
    const isInside =
      Number.isInteger(span.start) &&
      typeof span.end === 'number' &&
      Number.isInteger(span.end) &&
      0 <= span.start &&
      span.start <= span.end &&
      span.end <= length;
    if (!isInside)
      faults.push(`${who}: ${span.path} ${span.start}-${span.end} is outside 0-${length}`);
  }
  return faults;
}
