//! Terraform itself is asked what little roots come to with the values that they are given, and has to agree with us.

import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseFiles } from './readme/analyse-files.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { type Root, roots } from './terraform-oracle/roots.ts';

const { MFA_READY_TERRAFORM_RUNS, MFA_READY_TERRAFORM_SEED, PATH } = process.env;
const RUNS = Number(MFA_READY_TERRAFORM_RUNS ?? 24);
const SEED = Number(MFA_READY_TERRAFORM_SEED ?? 5_201);
const TIMEOUT_MS = 30_000 + RUNS * 1_000;

const isInstalled = spawnSync('terraform', ['-version']).status === 0;

it.skipIf(!isInstalled)(
  `agrees with Terraform on ${RUNS} roots (seed ${SEED})`,
  () => {
    let undecided = 0;
    fc.assert(
      fc.property(roots, root => {
        const theirs = answersOfTerraform(root);
        const ours = answersOfOurs(root);
        for (const [index, question] of root.questions.entries()) {
          const said = ours[index];
          if (said === undefined) undecided += 1;
          else expect(said, question).toBe(theirs[index]);
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    // What is left open is no mistake, but it must not be the way out.
    expect(undecided).toBeLessThan(RUNS);
  },
  TIMEOUT_MS,
);

function answersOfTerraform(root: Root): readonly (boolean | undefined)[] {
  const folder = temporaryFolder(Object.fromEntries(root.files));
  const { stdout, stderr } = spawnSync('terraform', ['console', ...root.flags], {
    cwd: folder,
    env: { PATH, CHECKPOINT_DISABLE: '1', ...Object.fromEntries(root.environment) },
    input: `jsonencode([${root.questions.join(', ')}])`,
    encoding: 'utf8',
  });
  const printed = /^"(.*)"$/m.exec(stdout)?.[1];
  if (printed === undefined) throw new Error(stderr);
  return printed
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map(it => it === 'true');
}

/** A provider for each question acts as a machine, or as whoever is signed in; `undefined` for one that may do either. */
function answersOfOurs(root: Root): readonly (boolean | undefined)[] {
  const providers = root.questions.map(
    (question, index) =>
      `provider "azurerm" {\n  alias = "p${index}"\n  use_msi = ${question}\n  features {}\n}\n`,
  );
  const report = analyseFiles(
    new Map([
      ...root.files,
      ['providers.tf', providers.join('')],
      ['.github/workflows/deploy.yml', workflowOf(root)],
    ]),
  );
  return providers.map((_, index) => {
    const line = index * 5 + 1;
    const found = report.signIns.filter(it => it.path === 'providers.tf' && it.line === line);
    const identities = new Set(found.map(it => it.identity));
    return identities.size === 1 ? identities.has('managed-identity') : undefined;
  });
}

const workflowOf = ({ environment, flags }: Root): string =>
  [
    'on: push',
    'jobs:',
    '  plan:',
    '    runs-on: ubuntu-latest',
    '    env:',
    '      CI: "true"',
    ...[...environment].map(([name, value]) => `      ${name}: ${JSON.stringify(value)}`),
    '    steps:',
    `      - run: terraform plan ${flags.join(' ')}`,
    '',
  ].join('\n');
