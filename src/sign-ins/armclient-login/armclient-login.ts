//! `armclient login`: who the client of Azure Resource Manager signs in.
//! Source: https://github.com/projectkudu/ARMClient/blob/master/ARMClient.Console/Program.cs

import type { CommandCall, Word } from '../../domain/call.ts';
import { wordText, wordValue } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { SignIn, SignInForm } from '../../domain/sign-in.ts';

const ID = 'armclient-login';

export const armclientLogin: SignInForm = {
  id: ID,
  title: '`armclient login`',
  programs: ['armclient'],
  read: call =>
    call.kind === 'command' && programName(call) === 'armclient' ? readLogin(call) : undefined,
};

function readLogin(call: CommandCall): SignIn | undefined {
  const [verb, ...given] = call.words.slice(1);
  const rest = { covers: 'rest-of-job', opens: ['armclient'] } as const;
  switch ((verb && wordText(verb))?.toLowerCase()) {
    case 'login':
      return newSignIn(ID, call.at, 'user-interactive', rest);
    case 'azlogin':
      return newSignIn(ID, call.at, 'ambient', { ...rest, takes: ['azure-cli'] });
    case 'upn':
      return newSignIn(ID, call.at, 'user-password', { ...rest, ...secretIn(given[1]) });
    case 'spn':
      return newSignIn(ID, call.at, principal(given), {
        ...rest,
        tenantId: wordValue(given[0]),
        clientId: wordValue(given[1]),
        ...secretIn(given[2]),
      });
    default:
      return undefined;
  }
}

/** A file's name in the place of the key is a certificate, with its password behind it. */
const principal = ([, , key, password]: readonly Word[]) =>
  password || /\.(?:pfx|cer|p12)$/i.test((key && wordText(key)) ?? '')
    ? 'service-principal-certificate'
    : 'service-principal-secret';

const secretIn = (word: Word | undefined): Pick<Partial<SignIn>, 'secretAt'> =>
  word ? { secretAt: word.at } : {};
