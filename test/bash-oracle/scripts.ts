//! Whole scripts: one that is started, those that it sources, those that it runs as programs of their own.

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

/** Of `lib.sh`; a function may call those before it. */
const FUNCTIONS = ['sign_in', 'deploy'] as const;
/** Of `lib/names.sh`, which `lib.sh` sources. */
const INNER_FUNCTIONS = ['naming'] as const;

const RUNS = ['bash infra/run.sh', './infra/run.sh', 'bash "$here/infra/run.sh"'];
const MOVED_RUNS = ['cd "$here/infra" && ./run.sh', 'cd "$here" && bash infra/run.sh'];
/** Of `infra/run.sh`, wherever it stands. */
const INNER_RUNS = ['"$home/steps/one.sh"', 'cd "$home/steps" && bash one.sh'];

function functions(names: readonly string[], around: Surroundings): fc.Arbitrary<string> {
  const inside = { ...around, isInFunction: true };
  const bodies = names.map((_, index) =>
    lists(1, { ...inside, callees: [...around.callees, ...names.slice(0, index)] }),
  );
  return fc
    .tuple(...bodies)
    .map(all => all.map((body, index) => `${names[index]}() {\n${body}\n}`).join('\n'));
}

const alone: Surroundings = { callees: [], isInFunction: false, isInLoop: false };

const inner = fc
  .tuple(functions(INNER_FUNCTIONS, alone), fc.constantFrom('', 'names=(eu "us 1")'))
  .map(all => `${all.join('\n')}\n`);

const library = fc
  .tuple(
    fc.constantFrom(
      '. "$(dirname "${BASH_SOURCE[0]}")/lib/names.sh"',
      'library_home="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"\nsource "$library_home/lib/names.sh"',
    ),
    functions(FUNCTIONS, { ...alone, callees: INNER_FUNCTIONS }),
    fc.oneof(fc.constant(''), lists(0, { ...alone, callees: INNER_FUNCTIONS })),
  )
  .map(all => `${all.join('\n')}\n`);

/** A program of its own sees what is exported only; of the rest it says some itself. */
const heads = fc
  .constantFrom('', 'rg=child', 'export user=child', 'rg=child user= flags=', 'unset flags')
  .map(it => `#!/bin/bash\n${it}\nargs=() names=()`);

/** Some of them exported. */
const variables = fc.constantFrom(
  'export rg=web user="deploy me" flags="-o json"',
  'rg=web user="deploy me" flags="-o json"',
  'rg=web user="deploy me" flags="-o json"\nexport rg user',
  'set -a\nrg=web user="deploy me"\nset +a\nflags="-o json"',
  'export rg=web\ndeclare -x user="deploy me"\nunset flags\nflags="-o json"',
);

const child = fc
  .tuple(
    heads,
    fc.constantFrom('', 'set -e'),
    fc.constantFrom('cd "$(dirname "$0")"\n. ../lib.sh', '. "$home/../lib.sh"'),
    lists(1, { ...alone, callees: [...FUNCTIONS, ...INNER_RUNS] }),
  )
  .map(([head, start, sources, body]) =>
    [head, start, 'home="$(cd "$(dirname "$0")" && pwd)"', sources, body, ''].join('\n'),
  );

const grandchild = fc.tuple(heads, lists(1, alone)).map(all => `${all.join('\n')}\n`);

const top: Surroundings = {
  callees: [...FUNCTIONS, ...INNER_FUNCTIONS, ...RUNS, ...MOVED_RUNS],
  isInFunction: false,
  isInLoop: false,
};

const starts = fc.constantFrom('set -e', 'set -euo pipefail', 'set +e', '');

const sources = fc.constantFrom(
  'source ./lib.sh',
  '. "$here/lib.sh"',
  'source "$(dirname "$0")/lib.sh"',
  '. ./lib.sh one "two words"',
);

export const samples: fc.Arbitrary<Sample> = fc
  .record({
    child,
    grandchild,
    inner,
    library,
    sources,
    starts,
    variables,
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
        it.variables,
        'args=(--first "second one") names=()',
        it.sources,
        `set -- ${it.parameters}`,
        ...it.body,
        '',
      ].join('\n'),
      'lib.sh': it.library,
      'lib/names.sh': it.inner,
      'infra/run.sh': it.child,
      'infra/steps/one.sh': it.grandchild,
    },
    environment: it.environment,
    failing: it.failing,
  }));
