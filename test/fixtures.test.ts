//! Whole small repositories, and everything the program says of them.
//! `UPDATE=1` writes each `expected.json` anew; read the difference before it is committed.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/domain/report.ts';
import { jsonOf } from '../src/report/json.ts';
import { analyseFiles } from './readme/analyse-files.ts';
import { differencesOf } from './readme/compare.ts';
import { expectedInComments } from './readme/examples.ts';

const folder = join(import.meta.dirname, '../fixtures');
const isUpdate = process.env['UPDATE'] === '1';
const EXPECTED = 'expected.json';

/** Other folders below `fixtures` serve other tests. */
const fixtures = ['landing-zone', 'bicep-app', 'well-behaved'];

/** Sign-in, operation and credential stand in three files; who acts is typed by hand, beside each line. */
const annotated = [
  'web-shop',
  'data-platform',
  'network-platform',
  'billing-exports',
  'platform-monorepo',
  'key-rotation',
];

const analysed = (fixture: string): Report => analyseFiles(filesOf(fixture));

/** Text by path. */
function filesOf(fixture: string): ReadonlyMap<string, string> {
  const root = join(folder, fixture);
  const paths = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name !== EXPECTED)
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return new Map(paths.map(path => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Without what differs from run to run. */
function stable(report: Report): string {
  const { summary, ...rest } = jsonOf(report);
  const { durationMs: _, ...counts } = summary;
  return `${JSON.stringify({ ...rest, summary: counts }, null, 2)}\n`;
}

describe.each([...fixtures, ...annotated])('fixtures/%s', fixture => {
  it('is reported as expected', () => {
    const file = join(folder, fixture, EXPECTED);
    const found = stable(analysed(fixture));
    if (isUpdate) writeFileSync(file, found);
    else expect(found).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });
});

describe.each(annotated)('fixtures/%s', fixture => {
  it('signs in and acts as its lines say', () => {
    const files = filesOf(fixture);
    const expectations = [...files].flatMap(([path, text]) => expectedInComments(path, text));
    const example = { heading: fixture, line: 1, files, expectations, explanations: [] };
    expect(differencesOf(example, analysed(fixture))).toEqual([]);
  });
});

describe('fixtures/well-behaved', () => {
  it('gives no finding, nobody who is a person, and nothing that is not understood', () => {
    const report = analysed('well-behaved');
    expect(report.findings).toEqual([]);
    expect(report.problems).toEqual([]);
    expect(report.signIns.filter(it => it.identity.startsWith('user-'))).toEqual([]);
    expect(report.signIns.length).toBeGreaterThan(5);
  });
});
