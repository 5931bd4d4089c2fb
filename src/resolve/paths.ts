//! Paths of the repository: relative to its root, with `/`, the root itself `.`.

import { textOf, type Value } from '../domain/value.ts';

/** `undefined` when it leaves the repository. An absolute path counts from the root: a container mounts it there. */
export function joinPath(folder: string, path: string): string | undefined {
  const parts: string[] = [];
  const whole = path.startsWith('/') ? path : `${folder}/${path}`;
  for (const part of whole.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

/** The folder a file stands in. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** From the root; `undefined` when nobody can tell. */
export function pathIn(folder: string | undefined, path: Value<string>): string | undefined {
  const text = textOf(path);
  return text === undefined || folder === undefined ? undefined : joinPath(folder, text);
}
