//! Commands that awk puts together.

import { expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { bash } from './bash.ts';
import { printedSteps } from './printed-steps.ts';

it.each([
  [
    `awk '{ system("az login -u " $1 " -p " $2) }' creds.txt`,
    'bash: "az login -u {?<$1>} -p {?<$2>}"',
  ],
  [`awk -F: -v a=b 'END{system("x")}'`, 'bash: x'],
  [`awk '{ print "az login" }' a`, undefined],
  [`awk -f x.awk a`, undefined],
])('%s', (line, expected) => {
  const printed = printedSteps(bash.programOf(wholeFile('a.sh', line)).steps);
  expect(/bash: .*(?=\))/.exec(printed)?.[0]).toBe(expected);
});
