//! What counts as found, and what as a true claim of a user.

import { expect, it } from 'vitest';
import { analyse } from '../src/engine/analyse.ts';
import { textFile } from '../src/engine/input.ts';
import { caseTable, withCaseTable } from './case-table.ts';
import { compareCase } from './compare-case.ts';
import { labelledCases } from './labelled-cases.ts';

const SCRIPT = [
  'az login -u admin@contoso.com \\',
  '  -p "$PASSWORD"',
  'az login --identity',
  'az login --service-principal -u "$ID" -p "$SECRET" -t "$TENANT"',
].join('\n');

function resultOf(expected: readonly (readonly [line: number, identity: string])[]) {
  const lines = expected.map(([line, identity]) => ({ line, identity, why: '' }));
  const text = JSON.stringify({ n: 1, surface: 'bash', path_guess: 'a.sh', expected: lines });
  const [labelled] = labelledCases(text);
  if (!labelled) throw new Error('no case');
  const report = analyse({
    version: '0',
    files: [textFile(labelled.path, SCRIPT)],
    elapsedMs: () => 0,
  });
  return compareCase(labelled, report);
}

it.each<[string, readonly (readonly [number, string])[], number, number]>([
  ['any line of a sign-in names it', [[2, 'user-ropc']], 1, 1],
  ['another identity is not found', [[3, 'service-principal']], 0, 0],
  ['a person found as another one is missed, and still truly a user', [[1, 'user-browser']], 0, 1],
  ['a user that no label names is a false claim', [], 0, 0],
  ['any credential of a principal is right', [[4, 'service-principal']], 1, 0],
])('%s', (_title, expected, found, trueUserClaims) => {
  const result = resultOf(expected);
  expect(result).toMatchObject({ found, userClaims: 1, trueUserClaims });
});

it('refuses a label that it does not know', () => {
  expect(() => resultOf([[1, 'somebody']])).toThrow('somebody');
});

it('writes the table between its markers', () => {
  const table = caseTable([resultOf([[2, 'user-ropc']])]);
  const readme = 'a\n<!-- cases -->\nold\n<!-- /cases -->\nb\n';
  expect(withCaseTable(readme, table, 2)).toBe(
    `a\n<!-- cases -->\n\n${table}\n2 more could not be had.\n\n<!-- /cases -->\nb\n`,
  );
  expect(table).toContain('| bash | 1 | 1 | 1 | 100 % | 1 | 1 | 100 % |');
});
