import { expect, it } from 'vitest';
import { conductsOf } from './conduct.ts';
import { becauseOf } from './consequence.ts';
import { sampleActor, sampleModel, sampleOperation, sampleSignIn } from './sample-model.ts';

it.each([
  [{ effect: 'unknown', audience: 'arm' }, '`az rest` may change Azure as this user'],
  [{ effect: 'write', audience: 'unknown' }, '`az rest` may change Azure as this user'],
  [{ effect: 'read', audience: 'unknown' }, '`az rest` may read from Azure as this user'],
  [{ effect: 'write', audience: 'storage' }, /^`az rest` changes the contents of storage/],
] as const)('%j is told as %s', (operation, message) => {
  const user = sampleSignIn('user-password');
  const rest = sampleOperation([sampleActor(user)], { tool: 'az rest', ...operation });
  const [conduct] = conductsOf(sampleModel([user], [rest]), it => it === user);
  expect(conduct && becauseOf(conduct).at(-1)?.message).toMatch(message);
});
