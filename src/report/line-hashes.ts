//! The fingerprints by which code scanning knows a line again after others moved; GitHub's own algorithm, since a value that
//! differs from what its upload works out costs a warning for each result.
//! Source: https://github.com/github/codeql-action/blob/main/src/fingerprints.ts

import type { Report } from '../domain/report.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Place } from '../domain/span.ts';

const WINDOW = 100;
const BASE = 37n;
const BITS = 64;
const LEAVING = BigInt.asUintN(BITS, BASE ** BigInt(WINDOW));
const FILE_END = 0xffff;

/** `undefined` where the text is not known, and where even a hash would let somebody try passwords. */
export function lineHashes(report: Report): (place: Place) => string | undefined {
  const known = new Map<string, readonly string[]>();
  return ({ path, line }) => {
    const source = report.sources.get(path);
    if (!source || holdsSecret(report, source, line)) return undefined;
    const hashes = known.get(path) ?? hashesOf(source.text);
    known.set(path, hashes);
    return hashes[line - 1];
  };
}

/**
 * One for each line: a polynomial over the 100 characters that follow its start, blanks left out, in 64 bits and hexadecimal,
 * and after a colon how many lines up to it have the same.
 */
export function hashesOf(text: string): readonly string[] {
  const { units, lines } = condensed(text);
  const counts = new Map<string, number>();
  const hashes: string[] = [];
  let hash = 0n;
  for (let index = 0; hashes.length < lines.length; index += 1) {
    const entering = BigInt(units[index] ?? 0);
    const leaving = BigInt(units[index - WINDOW] ?? 0) * LEAVING;
    hash = BigInt.asUintN(BITS, hash * BASE + entering - leaving);
    if (lines[hashes.length] !== index - WINDOW + 1) continue;
    const name = hash.toString(16);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    hashes.push(`${name}:${count}`);
  }
  return hashes;
}

interface Condensed {
  /** Code units without blanks, every line end a `\n`, and a mark for the end of the file. */
  readonly units: readonly number[];
  /** Index of each line's first unit. */
  readonly lines: readonly number[];
}

function condensed(text: string): Condensed {
  const units: number[] = [];
  const lines = [0];
  for (const [unit] of text.replace(/\r\n?/g, '\n').matchAll(/[^ \t]/g)) {
    units.push(unit.charCodeAt(0));
    if (unit === '\n') lines.push(units.length);
  }
  units.push(FILE_END);
  return { units, lines };
}

/** What a platform or the shell puts in its place is no secret. */
const REFERENCE = /^(?:"?\$\w+"?|(["']?)\$\{(?:\{[^{}'"]*\}|\w+)\}\1|[a-z]+\.[\w.-]+)$/i;

/** In what the hash of a line is made of. */
function holdsSecret({ secrets = [] }: Report, source: SourceFile, line: number): boolean {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  const literal = secrets.filter(
    it => it.path === source.path && !REFERENCE.test(source.text.slice(it.start, it.end)),
  );
  const nearest = literal.filter(it => it.end > start).sort((a, b) => a.start - b.start)[0];
  if (!nearest) return false;
  const between = source.text.slice(start, Math.max(start, nearest.start));
  return between.replace(/[ \t\r]/g, '').length < WINDOW;
}
