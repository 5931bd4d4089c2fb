//! `explain path#job`: the repository around the file is read, and the job is told.

import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Asked, type Explained, explain } from '../engine/explain.ts';
import { didYouMean } from '../engine/nearest.ts';
import { explanationText } from '../report/explanation.ts';
import { filesBelow, isPassedOver } from './files.ts';
import { settingsOf } from './own-files.ts';
import { scanRoots } from './scan-root.ts';
import { oneOf, UsageError } from './usage-error.ts';

/** Throws `UsageError` when there is no such file, or nothing starts there. */
export function jobText(name: string, currentFolder: string, hasColor: boolean): string {
  const { path: given, job } = askedOf(name, currentFolder);
  const [root] = scanRoots(currentFolder, [given]);
  const [path] = root?.within ?? [];
  if (!root || path === undefined) throw new Error('a path has a root');
  const hidden = isPassedOver(path) ? [path] : [];
  const files = filesBelow(root.folder, ['.', ...hidden]);
  const asked: Asked = job === undefined ? { path } : { path, job };
  const found = explain(files, asked, settingsOf(root.folder, undefined));
  const typed = (id: string): string => relative(currentFolder, join(root.folder, id));
  if (found.kind !== 'explained') throw new UsageError(refusalOf(found, given, job ?? '', typed));
  return found.explanations.map(it => explanationText(it, { color: hasColor })).join('\n\n');
}

/** A path may hold a `#` of its own. */
function askedOf(name: string, currentFolder: string): Asked {
  const hash = name.indexOf('#');
  if (hash < 0 || existsSync(resolve(currentFolder, name))) return { path: name };
  return { path: name.slice(0, hash), job: name.slice(hash + 1) };
}

function refusalOf(
  found: Exclude<Explained, { kind: 'explained' }>,
  path: string,
  job: string,
  typed: (id: string) => string,
): string {
  switch (found.kind) {
    case 'no-such-job': {
      const jobs = found.ids.map(it => it.slice(it.indexOf('#') + 1));
      return `\`${path}\` has no job \`${job}\`; it can be ${oneOf(jobs)}${didYouMean(job, jobs)}`;
    }
    case 'run-by-others': {
      const [first = '', ...others] = found.ids;
      const more =
        others.length > 0 ? `, and ${others.length} more ${others.length > 1 ? 'do' : 'does'}` : '';
      return `\`${path}\` does not start by itself; \`mfa-ready explain ${typed(first)}\` tells what runs it${more}`;
    }
    case 'nothing': {
      const { problem } = found;
      const why = problem
        ? `, which is not understood in line ${problem.line}: ${problem.message}`
        : '';
      return `nothing that signs in to Azure, or does something to it, starts in \`${path}\`${why}`;
    }
  }
}
