//! `npm run check-dist`: fails when `dist` is not, byte for byte, what the sources give.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { bundle } from './bundle.ts';

const root = join(import.meta.dirname, '../..');
const fresh = mkdtempSync(join(tmpdir(), 'mfa-ready-dist-'));
try {
  await bundle(root, fresh);
  const differences = differencesOf(fresh, join(root, 'dist'));
  for (const difference of differences) console.error(difference);
  if (differences.length > 0) console.error('Run `npm run build` and commit what it writes.');
  process.exitCode = differences.length > 0 ? 1 : 0;
} finally {
  rmSync(fresh, { recursive: true });
}

function differencesOf(expected: string, actual: string): readonly string[] {
  const wanted = filesIn(expected);
  const present = filesIn(actual);
  return [
    ...wanted.filter(path => !present.includes(path)).map(path => `dist/${path} is missing`),
    ...present
      .filter(path => !wanted.includes(path))
      .map(path => `dist/${path} is nothing the build writes`),
    ...wanted
      .filter(path => present.includes(path))
      .filter(path => !readFileSync(join(expected, path)).equals(readFileSync(join(actual, path))))
      .map(path => `dist/${path} differs from what the build writes`),
  ].sort();
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(it => !it.isDirectory())
    .map(it => relative(folder, join(it.parentPath, it.name)).replaceAll('\\', '/'));
}
