//! What constructs and command lines change, by the handles that others know it by.

import { expect, it } from 'vitest';
import { command, construct, surroundings } from '../../../test/calls.ts';
import type { Call } from '../../domain/call.ts';
import { directoryUsers } from './directory-users.ts';

function shown(call: Call): string {
  const [change] = directoryUsers.read(call, surroundings())?.directory ?? [];
  switch (change?.kind) {
    case undefined:
    case 'mfa-policy':
      return 'nothing';
    case 'user':
      return [change.isGuest ? 'guest' : 'user', ...change.ids, '|', ...change.passwords].join(' ');
    case 'role':
      return ['role', ...change.to].join(' ');
    case 'secret':
      return ['secret', ...change.value].join(' ');
  }
}

it.each([
  [
    'az ad user create --upn a@b.c --password $P -o tsv',
    'user name a@b.c source deploy.sh $(az ad user create …) | not-in-repository deploy.sh P',
  ],
  ['az role assignment create --assignee a@b.c --role Owner', 'role name a@b.c'],
  ['az role assignment create --assignee-object-id "$ID"', 'role not-in-repository deploy.sh ID'],
  ['az role assignment list --assignee a@b.c', 'nothing'],
  ['gh secret set A -b "$P"', 'secret not-in-repository deploy.sh P'],
  ['gh secret list', 'nothing'],
  [
    'New-AzADUser -UserPrincipalName a@b.c -Password "$P"',
    'user name a@b.c source deploy.sh New-AzADUser | not-in-repository deploy.sh P',
  ],
  ['New-AzRoleAssignment -SignInName a@b.c', 'role name a@b.c'],
  [
    'New-MgInvitation -InvitedUserEmailAddress a@b.c',
    'guest name a@b.c source deploy.sh New-MgInvitation |',
  ],
  ['Get-MgUser -UserId a@b.c', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(command(line))).toBe(expected);
});

it.each([
  ['directory-user', { address: 'azuread_user.a', name: 'a@b.c', guest: 'false' }, 'user'],
  ['directory-user', { address: 'azuread_invitation.a', guest: 'true' }, 'guest'],
  ['azure-role', { address: 'r.a', principal: '$x' }, 'role'],
  ['pipeline-secret', { address: 's.a', value: '$x' }, 'secret'],
  ['app-settings', { A: 'b' }, 'nothing'],
])('%s %j', (type, given, expected) => {
  expect(shown(construct(type, given)).split(' ')[0]).toBe(expected);
});

it('tells where a password stands, so that no frame shows it', () => {
  const line = 'az ad user create --upn a@b.c --password x';
  const [made] = directoryUsers.read(command(line), surroundings())?.directory ?? [];
  const secretAt = made?.kind === 'user' ? made.secretAt : undefined;
  expect(line.slice(secretAt?.start, secretAt?.end)).toBe('x');
});
