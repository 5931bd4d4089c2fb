import { expect, it } from 'vitest';
import type { DirectoryChange, UserMade } from '../../domain/directory.ts';
import { sampleChange, sampleModel, sampleSpan } from '../../enforcement/sample-model.ts';
import { userAsServiceAccount } from './user-as-service-account.ts';

const user = (rest: Partial<UserMade> = {}): UserMade => ({
  kind: 'user',
  at: sampleSpan(1),
  title: '`azuread_user.a`',
  isGuest: false,
  ids: ['id'],
  passwords: ['password'],
  ...rest,
});

const role: DirectoryChange = { kind: 'role', at: sampleSpan(2), title: '`role.a`', to: ['id'] };

const secret: DirectoryChange = {
  kind: 'secret',
  at: sampleSpan(3),
  title: '`secret.a`',
  value: ['password'],
};

const check = (...changes: readonly DirectoryChange[]) => [
  ...userAsServiceAccount.check(
    sampleModel(
      [],
      [],
      changes.map(it => sampleChange(it)),
    ),
  ),
];

it('warns of a password that pipelines find, and says where', () => {
  const [finding, ...others] = check(role, user(), secret);
  expect(finding).toMatchObject({ severity: 'warning', verdict: 'at-risk', at: sampleSpan(1) });
  expect(finding?.message).toMatch(
    /^`azuread_user.a` makes a user whose password `secret.a` keeps/,
  );
  expect(finding?.because.map(it => it.at)).toEqual([sampleSpan(1), sampleSpan(3), sampleSpan(2)]);
  expect(others).toEqual([]);
});

it('notes a role, for guests as well', () => {
  const [finding] = check(user({ isGuest: true }), role);
  expect(finding?.severity).toBe('notice');
  expect(finding?.message).toMatch(/^`azuread_user.a` makes a guest that `role.a` gives a role/);
});

it('takes the worse of two ways to read one place', () => {
  expect(check(user(), user({ passwords: [] }), role, secret)[0]?.severity).toBe('warning');
  expect(check(user({ passwords: [] }), user(), role, secret)[0]?.severity).toBe('warning');
});

it('says nothing of a user that merely exists', () => {
  expect(check(user())).toEqual([]);
  expect(check(user({ ids: ['x'], passwords: ['y'] }), role, secret)).toEqual([]);
});
