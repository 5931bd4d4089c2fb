//! What an image or a container has of the repository, so that a path in it is found there.

import { literal } from '../domain/literal.ts';
import { type Hole, type Region, spanOf } from '../domain/region.ts';

export interface Copied {
  /** An absolute path in the image. */
  readonly to: string;
  /** Relative to the folder that is copied from; `''` for all of it. */
  readonly from: string;
}

/** An absolute path in the image, without `.`, `..` and a slash at the end. */
export function pathInImage(folder: string, path: string): string {
  const plain = path.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/');
  const parts: string[] = [];
  for (const part of (plain.startsWith('/') ? plain : `${folder}/${plain}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/**
 * Whether a source is a file or a folder, and whether the target is there already, the text does not say:
 * every way that it may mean is kept.
 */
export function copiedBy(
  sources: readonly string[],
  target: string,
  folder: string,
): readonly Copied[] {
  const to = pathInImage(folder, target);
  return sources.flatMap((source): readonly Copied[] => {
    const from = source
      .replaceAll('\\', '/')
      .replace(/^(?:\.?\/)+|\/+$/g, '')
      .replace(/^\.$/, '');
    if (/[*?]/.test(from))
      return [{ to, from: from.slice(0, from.lastIndexOf('/') + 1).replace(/\/$/, '') }];
    const base = from.slice(from.lastIndexOf('/') + 1);
    const inside = { to: pathInImage(to, base), from };
    const isFolder = from === '' || /\/$/.test(source);
    if (isFolder) return [{ to, from }];
    const isInto = /(?:^|\/)\.?$/.test(target);
    const isFile = /\.\w+$/.test(base);
    return isInto && isFile ? [inside] : [inside, { to, from }];
  });
}

/** Where the repository holds what the image has in this folder; `undefined` when nothing was copied there. */
export function sourceFolder(folder: string, copies: readonly Copied[]): string | undefined {
  const found = copies.findLast(
    ({ to, from }) => isWithin(folder, to) && !/\.\w+$/.test(from.slice(from.lastIndexOf('/') + 1)),
  );
  if (!found) return undefined;
  const rest = folder.slice(found.to === '/' ? 1 : found.to.length + 1);
  return [found.from, rest].filter(it => it !== '').join('/');
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || folder === '/' || path.startsWith(`${folder}/`);

/** The paths of `copies` that stand in a script become those of the repository, seen from `here`. */
export function withSources(
  region: Region,
  copies: readonly Copied[],
  folder: string,
  here: string,
): Region {
  const holes: Hole[] = [];
  const up = here === '' ? '' : '../'.repeat(here.split('/').length);
  for (const { spelled, from } of spellings(copies, folder)) {
    for (const start of places(region.text, spelled)) {
      const end = start + spelled.length;
      if (holes.some(it => it.start < end && it.end > start)) continue;
      const source = `${up}${from}` || '.';
      // The last letter stays: a word that is nothing but a hole would be a script, not the path of one.
      const kept = source.at(-1) === spelled.at(-1) && source.length > 1 ? 1 : 0;
      const at = spanOf(region, start, end);
      const expression = literal(source.slice(0, source.length - kept), at);
      holes.push({ start, end: end - kept, expression });
    }
  }
  return holes.length === 0
    ? region
    : { ...region, holes: [...region.holes, ...holes].toSorted((a, b) => a.start - b.start) };
}

/** The longest and the last first. */
function spellings(
  copies: readonly Copied[],
  folder: string,
): readonly { readonly spelled: string; readonly from: string }[] {
  return copies
    .flatMap(({ to, from }) => {
      const rest = to.startsWith(`${folder}/`) ? to.slice(folder.length + 1) : undefined;
      const relative = rest !== undefined && rest !== from ? [`./${rest}`, rest] : [];
      const isCommand = /^(?:\/usr)?(?:\/local)?\/s?bin\/[^/]+$/.test(to);
      const bare = isCommand && !from.endsWith(baseOf(to)) ? [baseOf(to)] : [];
      return [to, ...relative, ...bare].map(spelled => ({ spelled, from }));
    })
    .filter(({ spelled }) => spelled !== '/')
    .reverse()
    .toSorted((a, b) => b.spelled.length - a.spelled.length);
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function places(text: string, spelled: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(spelled); at >= 0; at = text.indexOf(spelled, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + spelled.length);
    if (/^[\s"'=;&|(`]?$/.test(before) && /^[\s"';&|)`/]?$/.test(after)) found.push(at);
  }
  return found;
}
