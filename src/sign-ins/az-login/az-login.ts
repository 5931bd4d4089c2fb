//! `az login`: who it signs in, by the rules of the Azure CLI itself.

import { type Call, type CommandCall, wordText } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import { parseCommandLine } from '../../domain/command-line.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { IdentityKind, SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { ABSENT } from '../../domain/value.ts';
import { decide, type Given, givenOf, principalOf } from './decision.ts';
import { loginOptions, NEWEST } from './options.ts';

const ID = 'az-login';

export const azLogin: SignInForm = {
  id: ID,
  title: '`az login`',
  programs: ['az'],
  codeWords: /\baz[ '"`,]/,
  read: (call, context) => readAzLogin(call, context, NEWEST),
};

/** `minor`: the version of Azure CLI 2 whose options count. */
export function readAzLogin(call: Call, context: Surroundings, minor: number): SignIn | undefined {
  if (call.kind !== 'command' || programName(call) !== 'az') return undefined;
  const command = commandIndex(call);
  if (command === undefined) return undefined;
  const line = parseCommandLine(call.words.slice(command + 1), loginOptions(minor));
  if (line.options.has('help')) return undefined;
  if (command > 1) return refusedSignIn(ID, call.at, 'options stand before the command');
  const given = givenOf(line);
  if (call.words.some(it => wordText(it) === SLIP)) {
    return { ...refusedSignIn(ID, call.at, SLIP_MESSAGE), identity: principalOf(given) };
  }
  const decision = decide(given, line);
  if (decision.kind === 'refused') {
    return { ...refusedSignIn(ID, call.at, decision.message), identity: meantBy(given) };
  }
  const { identity, remarks, unknown } = decision;
  const password = given.value('password');
  return newSignIn(ID, call.at, identity, {
    clientId: clientIdOf(given),
    tenantId: given.value('tenant'),
    covers: 'rest-of-job',
    opens: ['azure-cli'],
    cloud: cloudNamed(context.environment('AZURE_CLOUD_NAME')),
    remarks,
    ...(unknown ? { unknown } : {}),
    ...(given.has('password') && password.kind !== 'absent' ? { secretAt: password.at } : {}),
  });
}

/**
 * Until 2.85 the Azure CLI knows no `-s`, and stops; since then it takes `ervice-principal` for a subscription, and the
 * application for a user, whom Entra does not know. Either way nobody is signed in, and a principal is meant.
 */
const SLIP = '-service-principal';

const SLIP_MESSAGE = '`-service-principal` has one dash, and is read as `-s`';

/** A refused line still says which workload it is about; a person is never guessed from it. */
function meantBy(given: Given): IdentityKind {
  if (given.isOn('service-principal')) return principalOf(given);
  return given.isOn('identity') ? 'managed-identity' : 'none';
}

function clientIdOf(given: Given): SignIn['clientId'] {
  if (given.isOn('identity')) {
    return given.has('client-id') ? given.value('client-id') : given.value('username');
  }
  return given.isOn('service-principal') ? given.value('username') : ABSENT;
}

/** Where `login` stands among the words; `undefined` when the command is another one. */
function commandIndex(call: CommandCall): number | undefined {
  const texts = call.words.map(wordText);
  const index = texts.findIndex(text => text?.toLowerCase() === 'login');
  if (index < 1) return undefined;
  const before = texts.slice(1, index);
  // Everything before it has to be a global option, or the value of one.
  const isLeading = before.every(
    (text, at) => text?.startsWith('-') || (at > 0 && isValued(before[at - 1])),
  );
  return isLeading ? index : undefined;
}

const isValued = (text: string | undefined): boolean =>
  text === '-o' || text === '--output' || text === '--query';
