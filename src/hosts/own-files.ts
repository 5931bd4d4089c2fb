//! The files that people write for mfa-ready itself: settings and known findings, of a repository or from elsewhere.

import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Baseline } from '../engine/baseline.ts';
import { readBaseline } from '../engine/baseline-file.ts';
import type { Mistake } from '../engine/checked-file/mistakes.ts';
import { decode } from '../engine/decode.ts';
import { rules } from '../engine/registry.gen.ts';
import { readSettings } from '../engine/settings/read-settings.ts';
import { NO_SETTINGS, type Settings } from '../engine/settings/settings.ts';
import { whyNot, writeWhole } from './disk.ts';
import { UsageError } from './usage-error.ts';

/** The first that there is, in the root of a repository. */
export const SETTINGS_FILES: readonly string[] = [
  'mfa-ready.yml',
  'mfa-ready.yaml',
  '.github/mfa-ready.yml',
  '.github/mfa-ready.yaml',
];

export interface OwnFile {
  /** An absolute path. */
  readonly file: string;
  /** As it is told: relative to the root of the repository, with `/`. */
  readonly path: string;
}

/** `given` is what somebody said instead of leaving it to be found. Throws `UsageError`. */
export function settingsOf(root: string, given: OwnFile | undefined): Settings {
  const found = SETTINGS_FILES.map(it => inRoot(root, it)).find(it => existsSync(it.file));
  const from = given ?? found;
  if (!from) return NO_SETTINGS;
  const ids = rules.map(it => it.id);
  const read = readSettings(from.path, textOf(from), ids);
  if (read.kind === 'mistakes') throw mistaken(from, read.mistakes);
  return read.settings;
}

/** Throws `UsageError`. */
export function baselineOf(from: OwnFile): Baseline {
  const read = readBaseline(from.path, textOf(from));
  if (read.kind === 'mistakes') throw mistaken(from, read.mistakes);
  return read.baseline;
}

export const inRoot = (root: string, path: string): OwnFile => ({ file: join(root, path), path });

/** A path that somebody gave, relative to where they stand. */
export function givenFile(root: string, current: string, path: string): OwnFile {
  const file = resolve(current, path);
  return { file, path: relative(root, file).split(sep).join('/') };
}

function textOf({ file, path }: OwnFile): string {
  const bytes = bytesOf(file, path);
  const decoded = decode(bytes);
  if (decoded.kind !== 'text') throw new UsageError(`\`${path}\` is not a text`);
  return decoded.text;
}

function bytesOf(file: string, path: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`\`${path}\` cannot be read: ${whyNot(error)}`);
  }
}

const mistaken = ({ path }: OwnFile, mistakes: readonly Mistake[]): UsageError =>
  new UsageError(mistakes.map(it => `${path}:${it.line}: ${it.message}`).join('\n'));

/** `name` is what a person calls the file. Throws `UsageError`. */
export function writeFile(file: string, name: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (error) {
    throw new UsageError(`\`${name}\` cannot be written: ${whyNot(error)}`);
  }
}
