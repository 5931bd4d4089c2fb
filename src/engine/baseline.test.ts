//! The list of known findings against what is found.

import { expect, test } from 'vitest';
import type { ReportedFinding } from '../domain/report.ts';
import { sampleFinding, sampleReport } from '../report/sample-report.ts';
import { againstBaseline, type BaselineEntry, entriesOf } from './baseline.ts';

const finding = (change: Partial<ReportedFinding> = {}): ReportedFinding => ({
  ...sampleFinding,
  ...change,
});

const listOf = (entries: readonly Omit<BaselineEntry, 'line'>[]) => ({
  path: 'known.json',
  entries: entries.map((it, index) => ({ ...it, line: index + 1 })),
});

const compared = (before: readonly ReportedFinding[], now: readonly ReportedFinding[]) =>
  againstBaseline(sampleReport(now), listOf(entriesOf(sampleReport(before))));

const remarksOf = (before: readonly ReportedFinding[], now: readonly ReportedFinding[]) =>
  compared(before, now).remarks.map(it => it.message);

test('A finding on the list is known, on whatever line', () => {
  const { findings, dismissed, remarks } = compared([finding()], [finding({ line: 40 })]);
  expect(findings).toEqual([]);
  expect(dismissed.map(it => it.dismissal)).toEqual([{ kind: 'known' }]);
  expect(remarks).toEqual([]);
});

test('A finding that is not on the list counts', () => {
  const other = finding({ key: '3333' });
  expect(compared([finding()], [finding(), other]).findings).toEqual([other]);
});

test('One more of the same counts', () => {
  const two = [finding(), finding({ line: 9 })];
  expect(compared([finding()], two).findings).toHaveLength(1);
  expect(compared(two, two).findings).toEqual([]);
});

test('A finding whose file was renamed is known', () => {
  const moved = finding({ path: 'ops/deploy.sh' });
  expect(compared([finding()], [moved]).findings).toEqual([]);
  expect(remarksOf([finding()], [moved])).toEqual([]);
});

test('A renamed file does not take the place of one that is still there', () => {
  const copy = finding({ path: 'ops/deploy.sh' });
  expect(compared([finding()], [copy, finding()]).findings).toEqual([copy]);
});

test('What is no longer found is a remark', () => {
  const two = [finding(), finding({ line: 9 })];
  expect(remarksOf([finding()], [])).toEqual([
    '`user-password-sign-in` in `scripts/deploy.sh` is no longer found: take it off this list',
  ]);
  expect(remarksOf(two, [finding()])).toEqual([
    '`user-password-sign-in` in `scripts/deploy.sh` is found 1 times, not 2',
  ]);
});

test('The list is the same whatever the order of the findings', () => {
  const all = [finding(), finding({ path: 'a.sh' }), finding({ line: 9 })];
  expect(entriesOf(sampleReport(all))).toEqual(entriesOf(sampleReport([...all].reverse())));
  expect(entriesOf(sampleReport(all)).map(it => [it.path, it.count])).toEqual([
    ['a.sh', 1],
    ['scripts/deploy.sh', 2],
  ]);
});
