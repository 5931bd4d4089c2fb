//! Comments, and texts that are only printed or documentation, never become sign-ins, whatever holds them.

import { describe, expect, it } from 'vitest';
import { surfaces } from '../src/engine/registry.gen.ts';
import { surfaceOf } from './bad-input/corpus.ts';
import { SHOWN, type Shown } from './printed-text.test-data.ts';
import { analyseFiles } from './readme/analyse-files.ts';

const TEXTS = [
  'az login -u a -p b',
  'Connect-AzAccount -Credential $c',
  'new UsernamePasswordCredential(a, b)',
];

const wholeOf = ({ head = '', tail = '' }: Shown, part: string): string =>
  `${head}${part}\n${tail}`;

const signInsOf = (path: string, text: string): readonly string[] =>
  analyseFiles(new Map([[path, text]])).signIns.map(it => `${it.line} ${it.form}`);

it('each kind of file has its row', () => {
  expect(surfaces.map(it => it.id).filter(it => !(it in SHOWN))).toEqual([]);
});

describe.each(Object.entries(SHOWN).map(([id, row]) => ({ id, row })))('$id', ({ id, row }) => {
  it.each(row.shown)('%j signs nobody in', part => {
    for (const text of TEXTS) {
      const whole = wholeOf(
        row,
        part.replaceAll('§', () => text),
      );
      expect(signInsOf(row.path, whole), whole).toEqual([]);
      expect(surfaceOf(row.path, whole), whole).toBe(id);
    }
  });

  const { control } = row;
  if (control === undefined) return;
  it('a command does', () => {
    expect(signInsOf(row.path, wholeOf(row, control))).not.toEqual([]);
  });
});
