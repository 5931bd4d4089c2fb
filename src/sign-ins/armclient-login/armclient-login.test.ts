import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { armclientLogin } from './armclient-login.ts';

it.each([
  ['armclient login', 'user-interactive'],
  ['ARMClient.exe login prod', 'user-interactive'],
  ['armclient azlogin', 'ambient'],
  ['armclient upn a@contoso.com $p', 'user-password'],
  ['armclient spn $t $id $key', 'service-principal-secret'],
  ['armclient spn $t $id app.pfx $password', 'service-principal-certificate'],
  ['armclient get /subscriptions', 'nothing'],
  ['armclient', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(armclientLogin.read(command(line), surroundings()))).toBe(expected);
});
