//! Whether a command reads or writes, by the word that ends its name.

import type { Effect } from '../../domain/operation.ts';

const READ: ReadonlySet<string> = wordsOf(`
  browse check count describe diff download exists export find get list logs preview query search show
  summarize tail validate version view wait what
`);

const WRITE: ReadonlySet<string> = wordsOf(`
  abort accept activate add append apply approve assign associate authorize backup build cancel capture claim
  clean clear clone config-zip connect convert copy create deactivate deallocate delete deploy detach disable
  disassociate disconnect enable execute exec extend failover flush generalize grant hard-delete import init
  install invoke link lock merge migrate move override pause perform post promote provision publish purge push
  put queue reapply rebuild recover redeploy register regenerate reimage reject release remove rename renew
  repair replace reset resize restart restore resume revoke roll rollback rotate run scale scale-up send set
  simulate snapshot start stop suspend swap sync trigger undelete uninstall unlink unlock unregister up update
  upgrade upload
`);

/** `list-keys` is a kind of `list`, `create-for-rbac` a kind of `create`. */
export function effectOf(verb: string): Effect {
  for (const word of [verb, verb.slice(0, Math.max(verb.indexOf('-'), 0))]) {
    if (READ.has(word)) return 'read';
    if (WRITE.has(word)) return 'write';
  }
  return 'unknown';
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
