//! The roots of a scan to one report: each is analysed by itself, and what is asked for of it is shown.

import type { Report } from '../domain/report.ts';
import { analyse } from '../engine/analyse.ts';
import { againstBaseline } from '../engine/baseline.ts';
import { againstBase } from '../engine/compare.ts';
import type { InputEntry } from '../engine/input.ts';
import { onlyTouched } from '../engine/touched.ts';
import { filesBelow, isPassedOver } from './files.ts';
import { joined } from './joined.ts';
import type { PlannedRoot } from './plan.ts';
import { readmeOf } from './readmes.ts';
import { isShown, type Read, shownOf } from './shown.ts';
import { VERSION } from './version.ts';

export interface ScanInput {
  readonly roots: readonly PlannedRoot[];
  /** Milliseconds since the start. */
  elapsedMs(): number;
  /** Whether the rules' READMEs are part of the report. */
  readonly hasHelp: boolean;
  /** As `2027-05-31`. */
  readonly today: string;
  /** Passes on every file, to show a person how far it is. */
  readonly watch?: (files: Iterable<InputEntry>) => Iterable<InputEntry>;
}

export const NOTHING_READ =
  'nothing here is a kind of file that mfa-ready reads; `mfa-ready explain` lists those';

/** Throws only for a mistake of ours. */
export const scan = (input: ScanInput): Report =>
  joined(input.roots.map(root => ({ prefix: root.prefix, report: scanOne(root, input) })));

/** Whether the report says nothing because there was nothing to read: no reason to be at ease. */
export const isNothingRead = ({ summary, problems }: Report): boolean =>
  summary.scanned === 0 && problems.length === 0;

function scanOne(root: PlannedRoot, input: ScanInput): Report {
  const { folder, within, settings, baseline } = root;
  // What is passed over on the way is read all the same when somebody asks for it by name.
  const hidden = within.filter(isPassedOver);
  const read: Read = { files: 0, scanned: 0, bytes: 0 };
  const files = counted(filesBelow(folder, ['.', ...hidden]), within, read);
  const shared = { version: VERSION, settings, today: input.today, elapsedMs: input.elapsedMs };
  const whole = analyse({
    ...shared,
    files: input.watch?.(files) ?? files,
    ...(input.hasHelp ? { helpOf: (rule: string) => readmeOf('rules', rule) } : {}),
  });
  const unknown = baseline ? againstBaseline(whole, baseline) : whole;
  const report = counting(unknown, root, files => analyse({ ...shared, files }));
  return within.includes('.') ? report : shownOf(report, within, read);
}

/** What does not count in this scope is dismissed. */
function counting(
  report: Report,
  { base, scope }: PlannedRoot,
  analysed: (files: Iterable<InputEntry>) => Report,
): Report {
  if (!base) return report;
  switch (scope) {
    case 'new':
      return againstBase(report, analysed(base.files()), base.renames);
    case 'diff':
      return onlyTouched(report, base.isTouched);
    case 'all':
      return report;
  }
}

function* counted(
  files: Iterable<InputEntry>,
  within: readonly string[],
  read: { -readonly [Key in keyof Read]: Read[Key] },
): Generator<InputEntry> {
  for (const entry of files) {
    if (entry.kind === 'problem' || !isShown(entry.path, within)) {
      yield entry;
      continue;
    }
    read.files += 1;
    yield {
      ...entry,
      read: () => {
        const bytes = entry.read();
        read.scanned += 1;
        read.bytes += bytes.length;
        return bytes;
      },
    };
  }
}
