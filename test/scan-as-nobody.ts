//! A program for the tests: scans the current folder as a user to whom the file system can refuse something.

import { runCommand } from '../src/hosts/command.ts';

const NOBODY = 65534;

// Only now that everything is loaded: the project itself may stand where nobody may read.
if (process.getuid?.() === 0) process.seteuid?.(NOBODY);

process.exitCode = runCommand(['scan', '--format', 'json'], {
  currentFolder: process.cwd(),
  environment: {},
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => 0,
  today: () => '2027-05-31',
});
