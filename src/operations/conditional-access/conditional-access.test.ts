//! Policies in constructs and command lines, and whom they leave out.

import { expect, it } from 'vitest';
import { command, construct, surroundings } from '../../../test/calls.ts';
import type { Call, CommandCall, Inputs } from '../../domain/call.ts';
import { HOLE } from '../../domain/value.ts';
import { conditionalAccess } from './conditional-access.ts';

function shown(call: Call): string {
  const [policy] = conditionalAccess.read(call, surroundings())?.directory ?? [];
  if (policy?.kind !== 'mfa-policy') return 'nothing';
  return [policy.title, ...policy.leavesOut, ...(policy.isOff ? ['off'] : [])].join(' ');
}

const MFA = { address: 'p.a', 'grantControls.builtInControls.0': 'mfa' };

it.each([
  [MFA, '`p.a`'],
  [{ ...MFA, 'conditions.users.excludeGroups.0': '$g' }, '`p.a` groups'],
  [{ ...MFA, 'conditions.users.excludeGroups': '$all' }, '`p.a`'],
  [{ ...MFA, 'conditions.users.excludeUsers': 'x', state: 'disabled' }, '`p.a` users off'],
  [{ 'grantControls.authenticationStrength': '$s', address: 'p.b' }, '`p.b`'],
  [{ 'grantControls.builtInControls.0': 'block' }, 'nothing'],
  [{ 'grantControls.builtInControls.0': '$c' }, 'nothing'],
])('a construct with %j: %s', (given, expected) => {
  expect(shown(construct('conditional-access-policy', given))).toBe(expected);
});

const CONTROLS = '"grantControls":{"builtInControls":["mfa"]}';

const withBody = (line: string, text: string): CommandCall => {
  const call = command(line);
  const why = { kind: 'not-evaluated', text: '' } as const;
  const parts = text
    .split(HOLE)
    .flatMap((part, index) => [
      ...(index === 0 ? [] : [{ kind: 'unknown' as const, why }]),
      { kind: 'text' as const, text: part },
    ]);
  return { ...call, words: [...call.words, { parts, splits: false, at: call.at }] };
};

const REST =
  'az rest -m POST -u https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies -b';

it.each([
  [
    `{"displayName":"A",${CONTROLS},"conditions":{"users":{"excludeUsers":["${HOLE}"]}}}`,
    '`A` users',
  ],
  [`{${CONTROLS},"conditions":{"users":{"excludeUsers":[${HOLE}]}}}`, 'a policy users'],
  [`{${CONTROLS},"conditions":{"users":{"excludeUsers":${HOLE}}}}`, 'a policy'],
  [`{${CONTROLS}`, 'nothing'],
  ['@policy.json', 'nothing'],
])('a request with %j: %s', (body, expected) => {
  expect(shown(withBody(REST, body))).toBe(expected);
});

it('reads the objects that a cmdlet is given', () => {
  const call = command('New-MgIdentityConditionalAccessPolicy -DisplayName A -Conditions');
  const word = (entries: Inputs) => ({
    parts: [
      { kind: 'unknown', why: { kind: 'not-evaluated', text: 'an object' }, entries } as const,
    ],
    splits: false,
    at: call.at,
  });
  const given = construct('', { 'users.excluderoles.0': 'x' }).args;
  const controls = construct('', { 'builtincontrols.0': 'mfa' }).args;
  const [parameter] = command('-GrantControls').words;
  const words = [...call.words, word(given), ...(parameter ? [parameter] : []), word(controls)];
  expect(shown({ ...call, words })).toBe('`A` roles');
});

it.each([
  'az rest -m GET -u https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies',
  'az rest -m POST -u https://graph.microsoft.com/v1.0/users',
  'Invoke-RestMethod -Uri https://example.com -Method Post',
])('%s is something else', line => {
  expect(shown(withBody(`${line} -b`, `{${CONTROLS}}`))).toBe('nothing');
});
