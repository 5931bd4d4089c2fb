//! Every README below the parts of the program is a suite: its examples are run, and what it promises is what happens.
//! `UPDATE=1` writes the `report` blocks anew; read them before they are committed.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explain } from '../src/engine/explain.ts';
import { textFile } from '../src/engine/input.ts';
import { explanationText } from '../src/report/explanation.ts';
import { framesOf } from '../src/report/text.ts';
import { analyseFiles } from './readme/analyse-files.ts';
import { differencesOf } from './readme/compare.ts';
import { type Block, type Example, examplesOf } from './readme/examples.ts';
import { withUnitTable } from './readme/unit-table.ts';

const root = join(import.meta.dirname, '..');
const PLAIN = { color: false };
const isUpdate = process.env['UPDATE'] === '1';

const UNIT_LAYERS = ['surfaces', 'sign-ins', 'operations', 'rules'];
const LAYERS = [...UNIT_LAYERS, 'report', 'resolve'];

const readmes = LAYERS.flatMap(layer => readmesBelow(`src/${layer}`)).filter(
  path => examplesOf(read(path)).length > 0,
);

function readmesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap(entry => {
    if (entry.isDirectory()) return readmesBelow(`${folder}/${entry.name}`);
    return entry.name === 'README.md' ? [`${folder}/README.md`] : [];
  });
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe.each(readmes)('%s', path => {
  const examples = examplesOf(read(path));
  const reports: { readonly block: Block; readonly text: string }[] = [];

  it.each(examples.map(example => ({ name: example.heading, example })))('$name', ({ example }) => {
    const report = analyseFiles(example.files);
    const where = `${path}:${example.line}, "${example.heading}"`;
    expect.soft(differencesOf(example, report), where).toEqual([]);
    const printed = [
      ...(example.report ? [{ block: example.report, text: framesOf(report, PLAIN) }] : []),
      ...example.explanations.map(block => ({ block, text: explanationIn(block, example) })),
    ];
    if (isUpdate) reports.push(...printed);
    for (const { block, text } of isUpdate ? [] : printed)
      expect(text, `${where}: \`npm run update\` writes it anew`).toBe(block.text);
  });

  afterAll(() => {
    if (reports.length > 0) writeFileSync(join(root, path), withReports(read(path), reports));
  });
});

function explanationIn({ info }: Block, { files }: Example): string {
  const [, path = '', job] = /^explain ([^#]+)(?:#(.+))?$/.exec(info) ?? [];
  const entries = [...files].map(([file, text]) => textFile(file, text));
  const found = explain(entries, job === undefined ? { path } : { path, job });
  if (found.kind !== 'explained') return `${found.kind}\n`;
  return found.explanations.map(it => explanationText(it, PLAIN)).join('\n');
}

function withReports(
  readme: string,
  reports: readonly { readonly block: Block; readonly text: string }[],
): string {
  const lines = readme.split('\n');
  for (const { block, text } of reports.toSorted((a, b) => b.block.start - a.block.start)) {
    lines.splice(block.start, block.end - block.start, ...text.split('\n').slice(0, -1));
  }
  return lines.join('\n');
}

interface Unit {
  readonly layer: string;
  readonly id: string;
  readonly path: string;
}

const unitsIn = (layer: string): readonly Unit[] =>
  existsSync(join(root, 'src', layer))
    ? readdirSync(join(root, 'src', layer), { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => ({ layer, id: entry.name, path: `src/${layer}/${entry.name}/README.md` }))
    : [];

describe.each([...UNIT_LAYERS, 'languages'])('src/%s/README.md', layer => {
  it('lists every unit with the first sentence of its own README', () => {
    const path = `src/${layer}/README.md`;
    const found = unitsIn(layer)
      .filter(unit => existsSync(join(root, unit.path)))
      .map(unit => ({ id: unit.id, readme: read(unit.path) }));
    const written = withUnitTable(read(path), found);
    if (isUpdate) writeFileSync(join(root, path), written);
    else expect(read(path), '`npm run update` writes it anew').toBe(written);
  });
});

const units = UNIT_LAYERS.flatMap(unitsIn);

describe.runIf(units.length > 0)('every unit', () => {
  it.each(units)('$path has an example', ({ path }) => {
    expect(existsSync(join(root, path)), `${path} is missing`).toBe(true);
    expect(examplesOf(read(path)).length, `${path} has no example`).toBeGreaterThan(0);
  });

  const rules = units.filter(({ layer }) => layer === 'rules');

  it.each(rules)('$path shows when the rule speaks and when it does not', ({ id, path }) => {
    const examples = existsSync(join(root, path)) ? examplesOf(read(path)) : [];
    const [speaks, silent] = [true, false].map(
      wanted => examples.filter(example => isFiring(example, id) === wanted).length,
    );
    expect(speaks, 'no example expects a finding of the rule').toBeGreaterThan(0);
    expect(silent, 'no example is without a finding of the rule').toBeGreaterThan(0);
  });
});

const isFiring = (example: Example, rule: string): boolean =>
  example.expectations.some(it => it.kind === 'finding' && it.values.includes(rule));
