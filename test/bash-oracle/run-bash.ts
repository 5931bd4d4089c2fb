//! Scripts run by bash, with stubs in place of the tools: what they were called with.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Sample } from './scripts.ts';

export const TOOLS: readonly string[] = ['az', 'terraform', 'azd'];

/** Programs that generated scripts use beside the tools. */
const PROGRAMS: readonly string[] = ['bash', 'cat', 'dirname', 'env', 'tee'];

/** Each call is noted as the number of its words and the words, every one ended by a NUL. */
const STUB = `#!/bin/sh
name="\${0##*/}"
printf '%s\\0' "$(($# + 1))" "$name" "$@" >> "$MFA_READY_LOG"
echo "out 1"
case " $MFA_READY_FAILING " in *" $name "*) exit 1 ;; esac
`;

export const TIMEOUT_MS = 10_000;

export interface Playground {
  readonly folder: string;
  readonly stubs: string;
}

export const isInstalled = spawnSync('/bin/bash', ['-c', '((BASH_VERSINFO[0] >= 5))']).status === 0;

export function playground(): Playground {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-ready-bash-'));
  const stubs = join(folder, 'bin');
  mkdirSync(stubs);
  for (const tool of TOOLS) {
    writeFileSync(join(stubs, tool), STUB);
    chmodSync(join(stubs, tool), 0o755);
  }
  for (const program of PROGRAMS) {
    const path = ['/bin', '/usr/bin'].map(it => join(it, program)).find(it => existsSync(it));
    if (path) symlinkSync(path, join(stubs, program));
  }
  return { folder, stubs };
}

export const removePlayground = ({ folder }: Playground): void =>
  rmSync(folder, { recursive: true });

/** The name of the file beside a run's folder that stubs write to. */
export const LOG = 'calls.log';

export function writeFiles(files: Readonly<Record<string, string>>, folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    chmodSync(join(folder, path), 0o755);
  }
}

/** The words of every call, in order. */
export function callsOf(
  sample: Sample,
  { folder, stubs }: Playground,
): readonly (readonly string[])[] {
  const run = mkdtempSync(join(folder, 'run-'));
  const log = join(run, LOG);
  const work = join(run, 'repository');
  writeFiles(sample.files, work);
  spawnSync('/bin/bash', ['deploy.sh'], {
    cwd: work,
    env: {
      ...sample.environment,
      PATH: stubs,
      HOME: work,
      MFA_READY_LOG: log,
      MFA_READY_FAILING: sample.failing.join(' '),
    },
    timeout: TIMEOUT_MS,
    stdio: 'ignore',
  });
  const calls = callsIn(log);
  rmSync(run, { recursive: true });
  return calls;
}

/** Each as a number of words, and the words. */
export function callsIn(log: string): readonly (readonly string[])[] {
  const texts = existsSync(log) ? readFileSync(log, 'utf8').split('\0') : [];
  const calls: (readonly string[])[] = [];
  for (let index = 0; index < texts.length - 1; ) {
    const count = Number(texts[index]);
    calls.push(texts.slice(index + 1, index + 1 + count));
    index += 1 + count;
  }
  return calls;
}
