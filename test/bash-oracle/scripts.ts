//! Whole scripts: one that is started, one that it sources, one that it runs as a program of its own.

import fc from 'fast-check';
import { lists, type Surroundings } from './statements.ts';
import { ENVIRONMENT, wordLists } from './words.ts';

export interface Sample {
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Tools that fail. */
  readonly failing: readonly string[];
}

const DEPTH = 2;

/** A function may call those before it. */
const FUNCTIONS = ['sign_in', 'deploy'] as const;

function functions(around: Surroundings): fc.Arbitrary<string> {
  const inside = { ...around, isInFunction: true };
  const bodies = FUNCTIONS.map((_, index) =>
    lists(1, { ...inside, callees: [...around.callees, ...FUNCTIONS.slice(0, index)] }),
  );
  return fc
    .tuple(...bodies)
    .map(all => all.map((body, index) => `${FUNCTIONS[index]}() {\n${body}\n}`).join('\n'));
}

/** A program of its own sees what is exported only: it says first what else it uses. */
const child = fc
  .tuple(lists(1, { callees: [], isInFunction: false, isInLoop: false }))
  .map(([body]) => `#!/bin/bash\nrg=child user= flags=\nargs=() names=()\n${body}\n`);

const library = functions({ callees: [], isInFunction: true, isInLoop: false });

const CHILD_CALLS = ['bash infra/run.sh', './infra/run.sh', 'bash "$here/infra/run.sh"'];

const top: Surroundings = {
  callees: [...FUNCTIONS, ...CHILD_CALLS],
  isInFunction: false,
  isInLoop: false,
};

const starts = fc.constantFrom('set -e', 'set -euo pipefail', 'set +e', '');

const sources = fc.constantFrom(
  'source ./lib.sh',
  '. "$here/lib.sh"',
  'source "$(dirname "$0")/lib.sh"',
);

export const samples: fc.Arbitrary<Sample> = fc
  .record({
    child,
    library,
    sources,
    starts,
    parameters: wordLists,
    body: fc.array(lists(DEPTH, top), { minLength: 1, maxLength: 3 }),
    trap: fc.constantFrom('', "trap 'az logout' EXIT"),
    environment: fc.record(
      Object.fromEntries(
        ENVIRONMENT.map(name => [name, fc.constantFrom('prod', 'dev 1', '', 'x*')]),
      ),
      { requiredKeys: [] },
    ),
    failing: fc.subarray(['az', 'terraform', 'azd']),
  })
  .map(it => ({
    files: {
      'deploy.sh': [
        '#!/usr/bin/env bash',
        it.starts,
        'here="$(cd "$(dirname "$0")" && pwd)"',
        it.trap,
        'export rg=web user="deploy me" flags="-o json"',
        'args=(--first "second one") names=()',
        it.sources,
        `set -- ${it.parameters}`,
        ...it.body,
        '',
      ].join('\n'),
      'lib.sh': `${it.library}\n`,
      'infra/run.sh': it.child,
    },
    environment: it.environment,
    failing: it.failing,
  }));
