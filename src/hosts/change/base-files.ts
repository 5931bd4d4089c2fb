//! The files of another commit for a scan: those that did not change from the disk, the others from where git keeps them.

import type { InputEntry, InputFile } from '../../engine/input.ts';
import { HEAD_BYTES } from '../../engine/select.ts';
import { type BaseTree, blobOf } from './base-tree.ts';

/** `isPassedOver` is true for paths that a scan of the disk would not come to either. */
export function* baseFiles(
  tree: BaseTree,
  now: Iterable<InputEntry>,
  isPassedOver: (path: string) => boolean,
): Generator<InputFile> {
  const onDisk = new Map<string, InputFile>();
  for (const entry of now) if (entry.kind === 'file') onDisk.set(entry.path, entry);
  // What a link leads to is read as it is now: it stands elsewhere as well, where a change of it shows.
  for (const path of tree.links) {
    const file = onDisk.get(path);
    if (file) yield file;
  }
  for (const [path, blob] of tree.blobs) {
    if (!isPassedOver(path)) yield baseFile(path, blob, tree, onDisk.get(path));
  }
}

function baseFile(
  path: string,
  blob: string,
  tree: BaseTree,
  now: InputFile | undefined,
): InputFile {
  let known: Uint8Array | undefined;
  const read = (): Uint8Array => {
    known ??= bytesOf(blob, tree, now);
    return known;
  };
  return {
    kind: 'file',
    path,
    size: () => read().length,
    head: () => read().subarray(0, HEAD_BYTES),
    read,
  };
}

/** Reading from the disk and counting is a hundred times as fast as asking git. */
function bytesOf(blob: string, tree: BaseTree, now: InputFile | undefined): Uint8Array {
  const bytes = now && bytesNow(now);
  return bytes && blobOf(bytes, blob) === blob ? bytes : tree.read(blob);
}

function bytesNow(file: InputFile): Uint8Array | undefined {
  try {
    return file.read();
  } catch {
    return undefined;
  }
}
