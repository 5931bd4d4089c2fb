//! Whether a cmdlet reads or writes, by its verb.
//! Source: https://learn.microsoft.com/powershell/scripting/developer/cmdlet/approved-verbs-for-windows-powershell-commands

import type { Effect } from '../../domain/operation.ts';

const READ = wordsOf(`
  compare convertfrom convertto debug export find format get measure out read receive resolve search select show
  test trace wait watch
`);

const WRITE = wordsOf(`
  add approve assert backup block clear complete confirm connect copy deny deploy disable disconnect dismount
  edit enable expand grant import initialize install invoke join limit lock merge mount move new optimize pop
  protect publish push register remove rename repair request reset resize restart restore resume revoke save
  send set split start step stop submit suspend switch sync undo uninstall unblock unlock unprotect unpublish
  unregister update use write
`);

/** They post a request to Azure Resource Manager, where creating and updating puts or patches. */
const ACTION = wordsOf(
  'invoke move register reset restart resume start stop suspend switch unregister',
);

export function effectOf(verb: string): Effect {
  if (READ.has(verb)) return 'read';
  return WRITE.has(verb) ? 'write' : 'unknown';
}

export const isAction = (verb: string): boolean => ACTION.has(verb);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
