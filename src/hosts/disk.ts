//! The disk: parts of a file, whole files written, and the reason in words when that cannot be done.

import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { InputFile } from '../engine/input.ts';
import { HEAD_BYTES } from '../engine/select.ts';

/** `file` is where it stands on this machine. */
export const diskFile = (path: string, file: string): InputFile => ({
  kind: 'file',
  path,
  size: () => explained(() => statSync(file).size),
  head: () => explained(() => headOf(file)),
  read: () => explained(() => readFileSync(file)),
});

/** A file that a surface may want, and that cannot be had. */
export function missingFile(path: string, why: string): InputFile {
  const refuse = (): never => {
    throw new Error(why);
  };
  return { kind: 'file', path, size: refuse, head: refuse, read: refuse };
}

/** The system's code in words, without the path, which the report gives relative to the root. */
export function whyNot(error: unknown): string {
  const code = errorCode(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ENOENT':
      return 'it does not exist';
    case 'ENOTDIR':
      return 'its folder is a file';
    case 'EISDIR':
      return 'it is a folder';
    case 'ELOOP':
      return 'a link in a circle';
    default:
      return code ?? (error instanceof Error ? error.message : String(error));
  }
}

export function errorCode(error: unknown): string | undefined {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return hasCode ? String(error.code) : undefined;
}

function explained<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(whyNot(error), { cause: error });
  }
}

function headOf(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(HEAD_BYTES);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/** Under its name stands all of it or what was there before. Throws what the system says. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
