//! What `explain` prints: of a rule, a form or a kind of file its README, of a job who acts in it.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { didYouMean } from '../engine/nearest.ts';
import * as registry from '../engine/registry.gen.ts';
import { jobText } from './explain-job.ts';
import { readmeOf, type UnitName, unitNames } from './readmes.ts';
import { UsageError } from './usage-error.ts';

/** Throws `UsageError` for what is neither a name nor a place where something starts. */
export function explainText(
  names: readonly string[],
  currentFolder: string,
  hasColor: boolean,
): string {
  const units = unitNames(registry);
  if (names.length === 0) return listing(units);
  return names
    .map(name =>
      isPlace(name, units, currentFolder)
        ? jobText(name, currentFolder, hasColor)
        : pagesOf(name, units),
    )
    .join('\n');
}

/** A file that is called as a unit is meant by `./terraform`. */
const isPlace = (name: string, units: readonly UnitName[], currentFolder: string): boolean =>
  !units.some(it => it.id === name) &&
  (/[#./\\]/.test(name) || existsSync(resolve(currentFolder, name)));

/** A surface and a tool may share a name: both are told. */
function pagesOf(name: string, units: readonly UnitName[]): string {
  const found = units.filter(it => it.id === name);
  if (found.length === 0) {
    const hint = didYouMean(
      name,
      units.map(it => it.id),
    );
    throw new UsageError(
      `nothing is called \`${name}\`${hint || '; `mfa-ready explain` lists all names'}`,
    );
  }
  return found.map(it => readmeOf(it.folder, it.id) ?? `# ${it.id}\n\n${it.title}\n`).join('\n');
}

function listing(units: readonly UnitName[]): string {
  const folders = [...new Set(units.map(it => it.folder))];
  const width = Math.max(0, ...units.map(it => it.id.length));
  const sections = folders.map(folder => {
    const lines = units
      .filter(it => it.folder === folder)
      .map(it => `  ${it.id.padEnd(width)}  ${it.title}\n`);
    return `${folder}\n${lines.join('')}`;
  });
  return sections.join('\n');
}
