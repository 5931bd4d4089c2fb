//! Which name a mistyped one was meant to be.

import { expect, test } from 'vitest';
import { didYouMean } from './nearest.ts';

const NAMES = ['az-login', 'azd-auth-login', 'terraform-provider'];

test.each([
  { typed: 'az-lgoin', hint: '; did you mean `az-login`?' },
  { typed: 'AZ-LOGIN', hint: '; did you mean `az-login`?' },
  { typed: 'azd-login', hint: '; did you mean `az-login`?' },
  { typed: 'terraform-providers', hint: '; did you mean `terraform-provider`?' },
  { typed: 'kubectl', hint: '' },
])('$typed: "$hint"', ({ typed, hint }) => {
  expect(didYouMean(typed, NAMES)).toBe(hint);
});
