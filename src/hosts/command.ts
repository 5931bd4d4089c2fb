//! The commands of the command line, on a terminal that is handed in.

import { resolve } from 'node:path';
import type { Report } from '../domain/report.ts';
import { entriesOf } from '../engine/baseline.ts';
import { baselineText } from '../engine/baseline-file.ts';
import { explainText } from './explain.ts';
import { failing } from './fail-on.ts';
import { formats } from './formats.gen.ts';
import { helpText } from './help.ts';
import { init } from './init.ts';
import { commandOf, type ScanCommand } from './options.ts';
import { writeFile } from './own-files.ts';
import { type Plan, planOf } from './plan.ts';
import { type ProgressOutput, withProgress } from './progress.ts';
import { isNothingRead, NOTHING_READ, scan } from './scan.ts';
import { scanRoots } from './scan-root.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

export interface Terminal {
  /** An absolute path. */
  readonly currentFolder: string;
  readonly environment: { readonly NO_COLOR?: string; readonly TERM?: string };
  readonly stdout: ProgressOutput;
  readonly stderr: ProgressOutput;
  /** Milliseconds since some moment. */
  now(): number;
  /** As `2027-05-31`. */
  today(): string;
}

/** See `helpText`. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Throws only for a mistake of ours. */
export function runCommand(args: readonly string[], terminal: Terminal): ExitCode {
  try {
    return perform(args, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.stderr.write(`mfa-ready: ${error.message}\n`);
    return 2;
  }
}

function perform(args: readonly string[], terminal: Terminal): ExitCode {
  const { stdout } = terminal;
  const ids = formats.map(it => it.id);
  const command = commandOf(args, ids);
  switch (command.kind) {
    case 'help':
      stdout.write(helpText(ids));
      return 0;
    case 'version':
      stdout.write(`${VERSION}\n`);
      return 0;
    case 'explain':
      stdout.write(explainText(command.names, terminal.currentFolder, hasColor(command, terminal)));
      return 0;
    case 'init':
      stdout.write(init({ ...terminal, today: terminal.today() }));
      return 0;
    case 'scan':
      return runScan(command, terminal);
  }
}

function runScan(command: ScanCommand, terminal: Terminal): ExitCode {
  const start = terminal.now();
  const elapsedMs = (): number => terminal.now() - start;
  const plan = planOf({
    ...command,
    roots: scanRoots(terminal.currentFolder, command.paths),
    current: terminal.currentFolder,
    isBaselineNew: command.updatesBaseline,
  });
  const report = scan({
    roots: plan.roots,
    today: terminal.today(),
    elapsedMs,
    hasHelp: command.format === 'sarif',
    watch: files => withProgress(files, terminal.stderr, elapsedMs),
  });
  if (command.updatesBaseline) return updateBaseline(report, plan, terminal);
  const format = formats.find(it => it.id === command.format);
  const options = { color: hasColor(command, terminal), now: `${terminal.today()}T00:00:00` };
  deliver(format?.print(report, options) ?? '', command, terminal);
  if (isNothingRead(report)) terminal.stderr.write(`mfa-ready: ${NOTHING_READ}\n`);
  return failing(report, plan.failOn) > 0 ? 1 : 0;
}

/** Whatever is found is known from then on: that is what was asked for, and no failure. */
function updateBaseline(report: Report, { roots }: Plan, terminal: Terminal): ExitCode {
  const [root, ...others] = roots;
  const to = root?.baselineFile;
  if (!to || others.length > 0 || !root.within.includes('.')) {
    throw new UsageError(
      '`--update-baseline` needs a whole repository and its list: `--baseline <file>`, or `baseline` in the settings',
    );
  }
  const entries = entriesOf(report);
  writeFile(to.file, to.path, baselineText(entries));
  const count = entries.reduce((sum, it) => sum + it.count, 0);
  terminal.stdout.write(
    `${to.path}: ${count === 1 ? '1 finding is' : `${count} findings are`} known\n`,
  );
  return 0;
}

/** https://no-color.org: set to anything but nothing. */
const hasColor = (
  { color, output }: { readonly color: boolean; readonly output?: string | undefined },
  { stdout, environment }: Terminal,
): boolean =>
  color &&
  output === undefined &&
  stdout.isTTY === true &&
  !environment.NO_COLOR &&
  environment.TERM !== 'dumb';

function deliver(text: string, { output }: ScanCommand, terminal: Terminal): void {
  if (output === undefined) terminal.stdout.write(text);
  else writeFile(resolve(terminal.currentFolder, output), output, text);
}
