#!/usr/bin/env node
//! The command line: the process around `command.ts`.

import { performance } from 'node:perf_hooks';
import { today } from './today.ts';
import { VERSION } from './version.ts';

/** A reader that has seen enough, such as `head`, is no error. */
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `mfa-ready ${VERSION}: this is a mistake of ours, not yours. Please report it with the lines below:\n` +
      `https://github.com/mfa-ready/mfa-ready/issues/new\n\nNode ${process.version} on ${process.platform}\n${trace}\n`,
  );
  process.exitCode = 3;
}

/** The version is asked for before every other thing, and needs none of the code that a scan does. */
async function run(args: readonly string[]): Promise<number> {
  if (args.length === 1 && args[0] === '--version') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const { runCommand } = await import('./command.ts');
  return runCommand(args, {
    currentFolder: process.cwd(),
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => performance.now(),
    today,
  });
}
