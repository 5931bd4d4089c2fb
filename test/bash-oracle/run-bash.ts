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
const PROGRAMS: readonly string[] = ['bash', 'cat', 'dirname', 'env'];

/** Each call is noted as the number of its words and the words, every one ended by a NUL. */
const STUB = `#!/bin/sh
name="\${0##*/}"
printf '%s\\0' "$(($# + 1))" "$name" "$@" >> "$MFA_READY_LOG"
echo "out 1"
case " $MFA_READY_FAILING " in *" $name "*) exit 1 ;; esac
`;

const TIMEOUT_MS = 10_000;

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

/** The words of every call, in order. */
export function callsOf(
  sample: Sample,
  { folder, stubs }: Playground,
): readonly (readonly string[])[] {
  const work = mkdtempSync(join(folder, 'run-'));
  const log = `${work}.log`;
  for (const [path, text] of Object.entries(sample.files)) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
    chmodSync(join(work, path), 0o755);
  }
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
  const calls = existsSync(log) ? recordsIn(readFileSync(log, 'utf8')) : [];
  rmSync(work, { recursive: true });
  rmSync(log, { force: true });
  return calls;
}

function recordsIn(log: string): readonly (readonly string[])[] {
  const texts = log.split('\0');
  const records: (readonly string[])[] = [];
  for (let index = 0; index < texts.length - 1; ) {
    const count = Number(texts[index]);
    records.push(texts.slice(index + 1, index + 1 + count));
    index += 1 + count;
  }
  return records;
}
