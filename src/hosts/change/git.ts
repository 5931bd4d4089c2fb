//! git, asked for what it keeps, in a repository that nobody trusts: none of its hooks, filters or programs run.

import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/** Whatever the repository's own configuration says. Sources: https://git-scm.com/docs/git-config, https://git-scm.com/docs/git */
const SAFE = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  '--no-replace-objects',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.attributesFile=/dev/null',
    'core.sshCommand=false',
    'core.askPass=true',
    'credential.helper=',
    'diff.external=',
    'fetch.recurseSubmodules=false',
    'submodule.recurse=false',
    'gc.auto=0',
    'maintenance.auto=false',
    'protocol.ext.allow=never',
    'uploadpack.packObjectsHook=',
  ].flatMap(it => ['-c', it]),
];

const OUTPUT_BYTES_MAX = 1 << 28;

const TIMEOUT_MS = 60_000;

/** What it prints; `undefined` when it fails, when there is no git, or when this takes too long. */
export function git(folder: string, args: readonly string[]): Buffer | undefined {
  const { status, stdout } = spawnSync('git', [...SAFE, '-C', folder, ...args], {
    // Not where programs of the scanned repository stand: Windows looks for `git` there first.
    cwd: dirname(process.execPath),
    env: { ...process.env, ...ENVIRONMENT },
    maxBuffer: OUTPUT_BYTES_MAX,
    timeout: TIMEOUT_MS,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}

const ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: 'true',
  GIT_ALLOW_PROTOCOL: 'https:http:file',
  GIT_LFS_SKIP_SMUDGE: '1',
  GIT_EXTERNAL_DIFF: '',
  GIT_NO_LAZY_FETCH: '1',
};

/** The full hash of a commit; `undefined` when the repository does not have it. */
export function commitOf(folder: string, name: string): string | undefined {
  const found = git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  return found?.toString('utf8').trim();
}
