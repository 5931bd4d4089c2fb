#!/usr/bin/env node
//! The command line: the process around `command.ts`.

import { performance } from 'node:perf_hooks';
import { runCommand } from './command.ts';
import { today } from './today.ts';
import { VERSION } from './version.ts';

/** A reader that has seen enough, such as `head`, is no error. */
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  process.exitCode = runCommand(process.argv.slice(2), {
    currentFolder: process.cwd(),
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => performance.now(),
    today,
  });
} catch (error) {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `mfa-ready ${VERSION}: this is a mistake of ours, not yours. Please report it with the lines below:\n` +
      `https://github.com/mfa-ready/mfa-ready/issues/new\n\nNode ${process.version} on ${process.platform}\n${trace}\n`,
  );
  process.exitCode = 3;
}
