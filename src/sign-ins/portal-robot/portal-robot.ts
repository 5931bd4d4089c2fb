//! A program that types a password into Microsoft's sign-in page, in a browser that it drives.

import {
  BROWSER_LIBRARIES,
  BROWSER_SESSION,
  robotCallOf,
  robotVerb,
} from '../../domain/browser-robot.ts';
import type { LibraryCall } from '../../domain/library-call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { SignInForm } from '../../domain/sign-in.ts';
import { textOf } from '../../domain/value.ts';

const ID = 'portal-robot';

export const portalRobot: SignInForm = {
  id: ID,
  title: 'a browser that a program drives',
  programs: [],
  libraries: BROWSER_LIBRARIES,
  codeWords: /\bi0118\b/,
  read(call) {
    const found = robotCallOf(call);
    if (!found || !FINDS_FIELD.has(robotVerb(found)) || !isPasswordField(found)) return undefined;
    const typed = found.arguments.get('1');
    const secretAt = typed?.kind === 'known' && TYPES.has(robotVerb(found)) ? typed.at : undefined;
    // What the page signs in to stands in the address, if anywhere: `portal` says so when it is opened.
    return newSignIn(ID, call.at, 'user-password', {
      covers: 'rest-of-job',
      audience: 'other',
      opens: [BROWSER_SESSION],
      remarks: [{ kind: 'typed-in-browser' }],
      ...(secretAt ? { secretAt } : {}),
    });
  },
};

const TYPES: ReadonlySet<string> = new Set(['fill', 'type', 'setvalue', 'sendkeys']);

/** Waiting for a field, or clicking it, types nothing; text into what was found before has no selector of its own. */
const FINDS_FIELD: ReadonlySet<string> = new Set([
  ...TYPES,
  'locator',
  'findelement',
  'findelementbyid',
  'findelementbyname',
  'queryselector',
  '$',
]);

/** Of the page at `login.microsoftonline.com`: the id `i0118`, the name `passwd`. */
const PASSWORD_FIELD = /^i0118$|^passwd$|#i0118\b|@?(?:id|name)=['"]?(?:i0118|passwd)\b/;

function isPasswordField({ arguments: given }: LibraryCall): boolean {
  for (const [name, value] of given) {
    const text = /^\d+(?:\.\d+)?$/.test(name) ? textOf(value) : undefined;
    if (text !== undefined && PASSWORD_FIELD.test(text.trim())) return true;
  }
  return false;
}
