//! The credential that Azure's libraries read from the environment: in app settings, and around tools built on them.
//! Source: https://learn.microsoft.com/dotnet/api/azure.identity.environmentcredential

import { type Call, type Inputs, inputOf } from '../../domain/call.ts';
import { classOf, codeSession, libraryCallOf } from '../../domain/library-call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { PROCESS, type SignIn, type SignInForm, type Surroundings } from '../../domain/sign-in.ts';
import type { Value } from '../../domain/value.ts';
import { identityFromEnvironment } from '../environment-readers.ts';
import { environmentIdentity } from '../environment-sets.ts';
import { settingsSetBy } from './set-by-command.ts';

const ID = 'environment-credential';

export const environmentCredential: SignInForm = {
  id: ID,
  title: 'the credential that Azure libraries read from the environment',
  programs: ['az'],
  libraries: /azure/i,
  read: readCredential,
};

/** Actions that try the environment before any session. */
const READERS: ReadonlySet<string> = new Set(['azure/bicep-deploy']);

function readCredential(call: Call, context: Surroundings): SignIn | undefined {
  if (call.kind === 'component') {
    if (!READERS.has(call.name)) return undefined;
    return signInFrom(call, name => context.environment(name), {
      covers: 'this-call',
      remarks: [{ kind: 'kept', where: 'environment' }],
    });
  }
  const library = libraryCallOf(call);
  if (library) {
    const found = identityFromEnvironment(library, context);
    const { at } = library;
    const opens = [codeSession(at.path), codeSession(at.path, classOf(library)), PROCESS];
    return (
      found &&
      newSignIn(ID, at, found.identity, {
        ...found.rest,
        remarks: [{ kind: 'kept', where: 'environment' }],
        covers: 'this-call',
        opens,
        audience: 'unknown',
      })
    );
  }
  const settings = storedSettings(call);
  if (!settings) return undefined;
  return signInFrom(call, name => inputOf(settings, name), {
    covers: 'provider',
    audience: 'unknown',
    remarks: [{ kind: 'kept', where: 'settings' }],
  });
}

/** What an app is given to find in its environment. */
function storedSettings(call: Exclude<Call, { kind: 'component' }>): Inputs | undefined {
  if (call.kind === 'command') return settingsSetBy(call);
  return call.type === 'app-settings' ? call.args : undefined;
}

function signInFrom(
  call: Call,
  setting: (name: string) => Value<string>,
  rest: Partial<SignIn>,
): SignIn | undefined {
  const found = environmentIdentity(setting);
  return found && newSignIn(ID, call.at, found.identity, { ...rest, ...found.rest });
}
