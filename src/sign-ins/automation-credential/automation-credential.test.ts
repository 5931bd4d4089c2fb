//! Credential assets, and whose they are.

import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { automationCredential } from './automation-credential.ts';

it.each<[Given, string]>([
  [{ username: 'svc@contoso.com', password: '$P' }, 'user-password kept'],
  [
    { username: '11111111-2222-3333-4444-555555555555', password: 'x' },
    'service-principal-secret kept',
  ],
  [{ username: '$NAME', password: '$P' }, 'unknown'],
  [{ username: 'svc_backup', password: '$P' }, 'nothing'],
  [{ username: 'svc@contoso.com' }, 'nothing'],
])('%o', (given, expected) => {
  const call = construct('automation-credential', given);
  expect(shown(automationCredential.read(call, surroundings()))).toBe(expected);
});
