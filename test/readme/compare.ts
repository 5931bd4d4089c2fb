//! What an example expects of each line against what was found there, as sentences for whoever broke it.

import type { Report } from '../../src/domain/report.ts';
import type { Example, Expectation, ExpectationKind } from './examples.ts';

/** Empty when everything is as expected. */
export function differencesOf(example: Example, report: Report): readonly string[] {
  const found = foundIn(report);
  const places = new Set([...example.expectations, ...found].map(placeOf));
  return [...places].sort(byPlace).flatMap(place => {
    const expectedHere = example.expectations.filter(it => placeOf(it) === place);
    const foundHere = found.filter(it => placeOf(it) === place);
    return (['signs in as', 'finding', 'acts as'] as const)
      .map(kind => difference(kind, place, expectedHere, foundHere))
      .concat(problemDifferences(place, expectedHere, foundHere))
      .filter(it => it !== '');
  });
}

function difference(
  kind: Exclude<ExpectationKind, 'problem'>,
  place: string,
  expectedHere: readonly Expectation[],
  foundHere: readonly Expectation[],
): string {
  const expected = valuesOf(kind, expectedHere);
  const found = valuesOf(kind, foundHere);
  // Operations are many; only lines that say who acts are compared.
  if (kind === 'acts as' && !expectedHere.some(it => it.kind === kind)) return '';
  if (expected.join() === found.join()) return '';
  return `${place} ${kind}: expected ${listed(expected)}, found ${listed(found)}`;
}

/** Identities are a set; of findings each counts. */
function valuesOf(kind: ExpectationKind, expectations: readonly Expectation[]): readonly string[] {
  const values = expectations.filter(it => it.kind === kind).flatMap(it => it.values);
  return (kind === 'finding' ? values : [...new Set(values)]).sort();
}

function problemDifferences(
  place: string,
  expectedHere: readonly Expectation[],
  foundHere: readonly Expectation[],
): readonly string[] {
  const expected = valuesOf('problem', expectedHere);
  const found = valuesOf('problem', foundHere);
  const missing = expected.filter(part => !found.some(message => message.includes(part)));
  const surplus = found.filter(message => !expected.some(part => message.includes(part)));
  return [
    ...missing.map(it => `${place} problem: expected \`${it}\`, found ${listed(found)}`),
    ...surplus.map(it => `${place} problem: expected none, found \`${it}\``),
  ];
}

function foundIn(report: Report): readonly Expectation[] {
  return [
    ...report.signIns.map(it => foundAt('signs in as', it, it.identity)),
    ...report.findings.map(it => foundAt('finding', it, it.rule)),
    ...report.operations.map(it => foundAt('acts as', it, it.identity)),
    ...report.problems.map(it => foundAt('problem', it, it.message)),
  ];
}

const foundAt = (
  kind: ExpectationKind,
  place: { readonly path: string; readonly line: number },
  value: string,
): Expectation => ({ kind, path: place.path, line: place.line, values: [value] });

const placeOf = (it: Expectation): string => `${it.path}:${it.line}`;

const listed = (values: readonly string[]): string =>
  values.length > 0 ? values.map(it => `\`${it}\``).join(', ') : 'nothing';

const byPlace = (a: string, b: string): number => {
  const [pathA, lineA] = partsOf(a);
  const [pathB, lineB] = partsOf(b);
  return pathA < pathB ? -1 : Number(pathA > pathB) || lineA - lineB;
};

const partsOf = (place: string): readonly [string, number] => {
  const colon = place.lastIndexOf(':');
  return [place.slice(0, colon), Number(place.slice(colon + 1))];
};
