//! The examples of all READMEs as a corpus: which file each surface reads in them, and which texts each language.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../src/engine/decode.ts';
import { languages, surfaces } from '../../src/engine/registry.gen.ts';
import { surfaceFor, surfacesByText } from '../../src/engine/select.ts';
import { examplesOf } from '../readme/examples.ts';
import { type Files, readWatched } from './watch.ts';

/** A repository and one file of it. */
export interface Sample {
  readonly name: string;
  readonly files: Files;
  readonly path: string;
}

export interface Corpus {
  /** By the id of the surface that reads the file. */
  readonly bySurface: ReadonlyMap<string, readonly Sample[]>;
  /** By the id of the language. */
  readonly byLanguage: ReadonlyMap<string, readonly string[]>;
}

const source = join(import.meta.dirname, '../../src');

export function corpusOf(): Corpus {
  const bySurface = new Map<string, Sample[]>(surfaces.map(it => [it.id, []]));
  const byLanguage = new Map<string, Set<string>>(languages.map(it => [it.id, new Set()]));
  const readmes = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('README.md'))
    .sort();
  for (const readme of readmes) {
    for (const { heading, files } of examplesOf(readFileSync(join(source, readme), 'utf8'))) {
      for (const [path, text] of files) {
        const name = `${readme}, "${heading}", ${path}`;
        const surface = surfaceOf(path, text) ?? '';
        bySurface.get(surface)?.push({ name, files, path });
        for (const { id, names } of languages)
          if (id === surface || names.includes(surface)) byLanguage.get(id)?.add(text);
      }
      for (const { language, text } of readWatched(files).scripts)
        byLanguage.get(language)?.add(text);
    }
  }
  return {
    bySurface,
    byLanguage: new Map([...byLanguage].map(([id, texts]) => [id, [...texts]])),
  };
}

/** The id of the surface that reads the file. */
export function surfaceOf(path: string, text: string): string | undefined {
  const bytes = new TextEncoder().encode(text);
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') return undefined;
  const found =
    surfaceFor(surfaces, path, () => bytes) ??
    surfacesByText(surfaces, path).find(it => it.recognises?.(decoded.text, path));
  return found?.id;
}
