//! Bash itself is asked which scripts are valid, and has to agree with us.

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { wholeFile } from '../src/domain/region.ts';
import { bash } from '../src/languages/bash/bash.ts';

const isInstalled = spawnSync('bash', ['-c', '((BASH_VERSINFO[0] >= 5))']).status === 0;

const SCRIPTS: readonly string[] = [
  ...[
    'az login',
    'az login \\\n  -u x',
    'a && b || c',
    'a | b |& c',
    '! a',
    'a & b',
    '{ a; }',
    '( a )',
    'a=(b c)',
  ],
  ...[
    'if a; then b; fi',
    'if a; then b; elif c; then d; else e; fi',
    'case x in a) b;; *) c;; esac',
    'case x in (a) b;& esac',
  ],
  ...[
    'for x in a b; do c; done',
    'for x; do c; done',
    'for ((;;)); do a; done',
    'while a; do b; done',
    'until a; do b; done',
  ],
  ...[
    'select x in a; do b; done',
    'f() { a; }',
    'function f { a; }',
    'f() ( a )',
    'coproc a',
    'time -p a',
    '[[ a == b && c ]]',
  ],
  ...[
    '(( a + 1 ))',
    'echo $((1+2)) ${x:-y} "${a[@]}" `b` $(c)',
    'cat <<EOF\n$x\nEOF',
    'cat <<-E\n\ta\n\tE',
    'cat <<< a',
    'a > b 2>&1',
  ],
  ...[
    'a &> b',
    'a {fd}> b',
    'declare -A m=([a]=b)',
    'echo {a,b} {1..3}',
    'echo "${x:-"a"}"',
    "echo $'\\''",
    'diff <(a) <(b)',
  ],
  ...[
    'if',
    'if a; fi',
    'if a then b; fi',
    'fi',
    'then',
    'done',
    'esac',
    'for x in a; done',
    'for x in a do b; done',
    'while a; done',
  ],
  ...[
    'case x in a) b',
    'case x',
    '{ a',
    'a }',
    '( a',
    'a )',
    '(( a',
    '[[ a',
    'echo "a',
    "echo 'a",
    'echo `a',
    'echo $(a',
    'echo ${a',
  ],
  ...[
    'a &&',
    '&& a',
    '| a',
    'a |',
    'a || || b',
    '; a',
    'a ;; b',
    'f() {',
    'f() a',
    'a >',
    'a <<',
    '< >',
    'a=(b',
    '&',
  ],
];

it.skipIf(!isInstalled).each(SCRIPTS)('agrees with bash on %j', script => {
  const { status } = spawnSync('bash', ['-n'], { input: script });
  const { problems } = bash.programOf(wholeFile('deploy.sh', script));
  expect(problems.length === 0).toBe(status === 0);
});
