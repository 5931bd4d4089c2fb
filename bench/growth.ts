//! How time and memory grow with a repository: the same set of files once, twice, four and eight times.

import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureInTurn, withMemory } from './measure.ts';
import { writeTree } from './tree.ts';

const TIMES = [1, 2, 4, 8] as const;

/** Of the set that is written when no folder of repositories is named: all of them say something about Azure. */
const FILES = 1_000;

export interface Growth {
  readonly times: number;
  readonly wallMs: number;
  readonly peakMb: number;
}

/** `repositories`: a folder whose folders are copied side by side into one repository. */
export function measureGrowth(
  cli: string,
  folder: string,
  runs: number,
  repositories: string | undefined,
): readonly Growth[] {
  const commands = TIMES.map(times => {
    const of = join(folder, `times-${times}`);
    if (repositories === undefined) writeTree(of, FILES * times, 1);
    else copySet(repositories, of, times);
    return withMemory([cli, 'scan', of, '--format', 'json', '--fail-on', 'never']);
  });
  return measureInTurn(commands, runs).map(({ wallMs, peakMb = 0 }, index) => ({
    times: TIMES[index] ?? 1,
    wallMs,
    peakMb,
  }));
}

function copySet(repositories: string, to: string, times: number): void {
  for (let copy = 1; copy <= times; copy += 1) {
    for (const name of readdirSync(repositories)) {
      cpSync(join(repositories, name), join(to, `copy-${copy}`, name), {
        recursive: true,
        filter: path => !/[\\/]\.git$/.test(path),
        verbatimSymlinks: true,
      });
    }
  }
}
