//! The results by surface, as a table in Markdown, and its place in bench/README.md.

import type { CaseResult } from './compare-case.ts';

const START = '<!-- cases -->\n';
const END = '<!-- /cases -->\n';

type Count = 'expected' | 'found' | 'userClaims' | 'trueUserClaims';

const HEAD = [
  "| kind of file | files | sign-ins in them | found, whose too | | said to be a user's | truly | |",
  '| --- | --: | --: | --: | --: | --: | --: | --: |',
];

/** One row a surface, and one of all. */
export function caseTable(results: readonly CaseResult[]): string {
  const surfaces = [...new Set(results.map(it => it.labelled.surface))].sort();
  const rows = surfaces.map(surface =>
    rowOf(
      surface,
      results.filter(it => it.labelled.surface === surface),
    ),
  );
  return `${[...HEAD, ...rows, rowOf('all', results)].join('\n')}\n`;
}

function rowOf(name: string, results: readonly CaseResult[]): string {
  const sum = (count: Count): number => results.reduce((total, it) => total + it[count], 0);
  const [expected, found] = [sum('expected'), sum('found')];
  const [claims, right] = [sum('userClaims'), sum('trueUserClaims')];
  const cells = [
    name,
    results.length,
    expected,
    found,
    percent(found, expected),
    claims,
    right,
    percent(right, claims),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Rounded down: 100 % is all of them. */
const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${Math.floor((1000 * part) / whole) / 10} %`;

/** The README with its table written anew. Throws when it has no place for one. */
export function withCaseTable(readme: string, table: string, missing: number): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error('bench/README.md has no place for the table');
  const without = missing === 0 ? '' : `\n${missing} more could not be had.\n`;
  return `${readme.slice(0, start + START.length)}\n${table}${without}\n${readme.slice(end)}`;
}
