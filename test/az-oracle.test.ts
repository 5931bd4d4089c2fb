//! The Azure CLI itself is asked whom thousands of command lines would sign in, and has to agree with us.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { CommandCall, Word } from '../src/domain/call.ts';
import type { IdentityKind, SignIn } from '../src/domain/sign-in.ts';
import { ABSENT } from '../src/domain/value.ts';
import { readAzLogin } from '../src/sign-ins/az-login/az-login.ts';
import { vectors } from './az-oracle/vectors.ts';

const { MFA_READY_AZ_ORACLE, MFA_READY_AZ_SEED } = process.env;
/** A script that reads argument vectors and prints what the installed Azure CLI makes of them. */
const ORACLE = MFA_READY_AZ_ORACLE ?? '../shared/tools/az-oracle.py';
/** Debian's: the package installs the Azure CLI for this interpreter alone. */
const PYTHON = '/usr/bin/python3';
/** The minor version that is installed with it. */
const MINOR = 45;
const SEED = Number(MFA_READY_AZ_SEED ?? 20_450);
const COUNT = 2_200;
const TIMEOUT_MS = 120_000;

const isInstalled =
  existsSync(ORACLE) &&
  spawnSync(PYTHON, [
    '-c',
    'import azure.cli.core, sys; sys.exit(azure.cli.core.__version__ != "2.45.0")',
  ]).status === 0;

it.skipIf(!isInstalled)(
  `agrees with Azure CLI 2.${MINOR} on ${COUNT} command lines (seed ${SEED})`,
  () => {
    const all = vectors(SEED, COUNT);
    const said = answers(all);
    const differences = all.flatMap((argv, index) => {
      const theirs = said[index];
      const ours = outcome(argv);
      return ours === theirs ? [] : [`${JSON.stringify(argv)}: ${ours}, but az says ${theirs}`];
    });
    expect(said).toHaveLength(all.length);
    expect(differences).toEqual([]);
  },
  TIMEOUT_MS,
);

function answers(all: readonly (readonly string[])[]): readonly string[] {
  const { stdout } = spawnSync(PYTHON, [ORACLE], {
    input: all.map(argv => `${JSON.stringify(argv)}\n`).join(''),
    // Without it, every refused line is sent to a service that knows better commands.
    env: { ...process.env, AZURE_CORE_ERROR_RECOMMENDATION: 'off' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const answer: unknown = JSON.parse(line);
      return typeof answer === 'object' && answer !== null && 'identity' in answer
        ? String(answer.identity)
        : line;
    });
}

/** In the oracle's words. */
function outcome(argv: readonly string[]): string {
  const signIn = readAzLogin(callOf(argv), { environment: () => ABSENT, isClosed: true }, MINOR);
  if (!signIn) return 'usage-error'; // only help is printed
  const isRefused = signIn.remarks.some(it => it.kind === 'usage-error');
  return isRefused || prompts(signIn) ? 'usage-error' : spoken(signIn.identity);
}

/** Without a password the Azure CLI asks for one, and here nobody is there to answer. */
function prompts(signIn: SignIn): boolean {
  const hasToken = signIn.remarks.some(it => it.kind === 'incomplete');
  const needsOne =
    signIn.identity === 'user-password' || signIn.identity === 'service-principal-secret';
  return needsOne && !signIn.secretAt && !hasToken;
}

const spoken = (identity: IdentityKind): string =>
  identity === 'user-interactive' ? 'user-browser' : identity;

function callOf(argv: readonly string[]): CommandCall {
  const at = { path: 'deploy.sh', start: 0, end: 0 };
  const words = argv.map(
    (text): Word => ({ parts: text === '' ? [] : [{ kind: 'text', text }], splits: false, at }),
  );
  return { kind: 'command', words, at };
}
