//! The commands of the command line, on a terminal that is handed in.

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as registry from '../engine/registry.gen.ts';
import { whyNot } from './disk.ts';
import { failing } from './fail-on.ts';
import { formats } from './formats.gen.ts';
import { explanation, helpText } from './help.ts';
import { commandOf, type ScanCommand } from './options.ts';
import { type ProgressOutput, withProgress } from './progress.ts';
import { unitNames } from './readmes.ts';
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
      stdout.write(explanation(command.names, unitNames(registry)));
      return 0;
    case 'scan':
      return runScan(command, terminal);
  }
}

function runScan(command: ScanCommand, terminal: Terminal): ExitCode {
  const start = terminal.now();
  const elapsedMs = (): number => terminal.now() - start;
  const report = scan({
    roots: scanRoots(terminal.currentFolder, command.paths),
    elapsedMs,
    hasHelp: command.format === 'sarif',
    watch: files => withProgress(files, terminal.stderr, elapsedMs),
  });
  const format = formats.find(it => it.id === command.format);
  deliver(format?.print(report, { color: hasColor(command, terminal) }) ?? '', command, terminal);
  if (isNothingRead(report)) terminal.stderr.write(`mfa-ready: ${NOTHING_READ}\n`);
  return failing(report, command.failOn) > 0 ? 1 : 0;
}

/** https://no-color.org: set to anything but nothing. */
const hasColor = (command: ScanCommand, { stdout, environment }: Terminal): boolean =>
  command.color &&
  command.output === undefined &&
  stdout.isTTY === true &&
  !environment.NO_COLOR &&
  environment.TERM !== 'dumb';

function deliver(text: string, { output }: ScanCommand, terminal: Terminal): void {
  if (output === undefined) {
    terminal.stdout.write(text);
    return;
  }
  try {
    writeFileSync(resolve(terminal.currentFolder, output), text);
  } catch (error) {
    throw new UsageError(`\`${output}\` cannot be written: ${whyNot(error)}`);
  }
}
