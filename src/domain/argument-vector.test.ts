//! Lists of words, and what they start.

import { expect, it } from 'vitest';
import { outline } from '../../test/outline.ts';
import { programSteps } from './argument-vector.ts';
import { literal } from './literal.ts';

const at = { path: 'Dockerfile', start: 0, end: 1 };

it.each<readonly [readonly string[], string]>([
  [['az', 'login'], 'command az login'],
  [['/bin/bash', '-c', 'a b'], 'bash a b'],
  [['sh', '-euo', 'pipefail', '-c', 'a'], 'bash a'],
  [['bash', '-c', '--', 'a'], 'bash a'],
  [['bash', '-c', '-x', 'a'], 'bash a'],
  [['bash', '-lc', 'a "$1"', 'name', 'x'], '@=[x]\nbash a \\"$1\\"'],
  [['bash', 'run.sh', '-c'], 'command bash run.sh -c'],
  [['sh'], 'command sh'],
  [['pwsh', '-NoLogo', '-Command', 'a', 'b'], 'powershell join(a +   + b)'],
  [['pwsh', '-File', 'a.ps1'], 'command pwsh -File a.ps1'],
  [['/sbin/tini', '-g', '--', 'az', 'login'], 'command az login'],
  [['tini', '--'], ''],
  [[], ''],
])('%j', (words, expected) => {
  expect(
    outline(
      programSteps(
        words.map(it => literal(it, at)),
        at,
      ),
    ),
  ).toBe(expected);
});
