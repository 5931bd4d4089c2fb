//! What is scanned, and by which settings: those of each repository, and what the command says instead.

import { existsSync } from 'node:fs';
import type { Baseline } from '../engine/baseline.ts';
import { didYouMean } from '../engine/nearest.ts';
import type { Settings } from '../engine/settings/settings.ts';
import { type Base, baseIn } from './change/base.ts';
import type { FailOn } from './fail-on.ts';
import { baselineOf, givenFile, inRoot, type OwnFile, settingsOf } from './own-files.ts';
import type { ScanRoot } from './scan-root.ts';
import { oneOf, UsageError } from './usage-error.ts';

export interface Plan {
  readonly roots: readonly PlannedRoot[];
  readonly failOn: FailOn;
}

export interface PlannedRoot extends ScanRoot {
  readonly settings: Settings;
  readonly baseline?: Baseline;
  /** Where its list of known findings is kept, or would be. */
  readonly baselineFile?: OwnFile;
  readonly base?: Base;
  readonly scope: Scope;
}

/** Which findings count: those that the base has not, those on lines that changed since, or all. */
export type Scope = 'new' | 'diff' | 'all';

const SCOPES: readonly Scope[] = ['new', 'diff', 'all'];

/** `option` is what the person wrote it as, for the sentence of a mistake. */
export function scopeOf(option: string, given: string): Scope {
  const scope = SCOPES.find(it => it === given);
  if (scope) return scope;
  throw new UsageError(
    `\`${option}\` is \`${given}\`; it can be ${oneOf(SCOPES)}${didYouMean(given, SCOPES)}`,
  );
}

export interface PlanInput {
  readonly roots: readonly ScanRoot[];
  /** An absolute path, which the given paths are relative to. */
  readonly current: string;
  /** Each as somebody gave it. */
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  readonly failOn: FailOn | undefined;
  /** A commit to compare with, of each repository. */
  readonly base?: string | undefined;
  readonly scope?: Scope | undefined;
  /** The list is about to be written: there need be none. */
  readonly isBaselineNew?: boolean;
}

/** Throws `UsageError`. */
export function planOf(input: PlanInput): Plan {
  const roots = input.roots.map(root => planned(root, input));
  const levels = new Set(roots.map(it => it.settings.failOn));
  const [only] = levels.size === 1 ? levels : [];
  return { roots, failOn: input.failOn ?? only ?? 'error' };
}

function planned(root: ScanRoot, input: PlanInput): PlannedRoot {
  const { folder } = root;
  const config =
    input.config === undefined ? undefined : givenFile(folder, input.current, input.config);
  const settings = settingsOf(folder, config);
  const compared = comparedWith(folder, input);
  const baselineFile = baselineFileOf(root, settings, input);
  if (!baselineFile) return { ...root, settings, ...compared };
  const isNew = input.isBaselineNew === true && !existsSync(baselineFile.file);
  const baseline = isNew ? undefined : baselineOf(baselineFile);
  return { ...root, settings, ...compared, baselineFile, ...(baseline ? { baseline } : {}) };
}

function comparedWith(
  folder: string,
  { base, scope }: PlanInput,
): Pick<PlannedRoot, 'base' | 'scope'> {
  if (base === undefined && scope !== undefined && scope !== 'all') {
    throw new UsageError(`\`${scope}\` needs a commit to compare with: \`--base <commit>\``);
  }
  if (base === undefined || scope === 'all') return { scope: 'all' };
  return { base: baseIn(folder, base), scope: scope ?? 'new' };
}

function baselineFileOf(
  { folder }: ScanRoot,
  settings: Settings,
  { baseline, current, roots }: PlanInput,
): OwnFile | undefined {
  if (baseline !== undefined) {
    if (roots.length > 1) {
      throw new UsageError(
        '`--baseline` is the list of one repository; name it in the settings of each',
      );
    }
    return givenFile(folder, current, baseline);
  }
  return settings.baseline === undefined ? undefined : inRoot(folder, settings.baseline);
}
