//! The TypeScript files of the project as texts, and what they import.

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Text by path; paths are relative to the project, with `/`. */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  /** As written: `./visible.ts`, `yaml`, `node:fs`. */
  readonly specifier: string;
  /** The file's path when the specifier is relative. */
  readonly target?: string;
  readonly isType: boolean;
}

const STATIC =
  /^(?:import|export)(\s+type)?\s+(?:[\w$*{][\w$*{},\s]*?\bfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

export function readSources(root: string, folders: readonly string[]): Sources {
  const paths = folders.flatMap(folder => filesBelow(root, folder)).sort();
  return new Map(paths.map(path => [path, readFileSync(join(root, path), 'utf8')]));
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}

export function importsOf(path: string, text: string): readonly Import[] {
  const found = [...text.matchAll(STATIC)].map(([, type, specifier = '']) =>
    importOf(path, specifier, type !== undefined),
  );
  const lazy = [...text.matchAll(DYNAMIC)].map(([, specifier = '']) =>
    importOf(path, specifier, false),
  );
  return [...found, ...lazy];
}

function importOf(path: string, specifier: string, isType: boolean): Import {
  if (!specifier.startsWith('.')) return { specifier, isType };
  return { specifier, isType, target: posix.join(posix.dirname(path), specifier) };
}

export const isTest = (path: string): boolean => path.endsWith('.test.ts');

export const isGenerated = (path: string): boolean => path.endsWith('.gen.ts');

/** `surfaces` of `src/surfaces/bicep/bicep.ts`; `undefined` for files of other places. */
export const layerOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];
