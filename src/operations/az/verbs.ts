//! Whether a command reads, writes or posts an action, by the words that end its name.

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

/**
 * Of those that write: they post a request to Azure Resource Manager, where creating and updating puts or patches.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations (`…/action`)
 */
const ACTION: ReadonlySet<string> = wordsOf(`
  build claim deallocate failover generalize import install invoke move pause perform purge queue reapply redeploy
  regenerate register reimage renew restart resume revoke run simulate start stop swap trigger unregister
`);

/** Their last word says otherwise: they put or delete. */
const NO_ACTIONS: ReadonlySet<string> = new Set([
  'aks nodepool start',
  'aks nodepool stop',
  'cognitiveservices account purge',
]);

export const isAction = (name: string): boolean =>
  !NO_ACTIONS.has(name) &&
  formsOf(name.slice(name.lastIndexOf(' ') + 1)).some(it => ACTION.has(it));

/** `list-keys` is a kind of `list`, `create-for-rbac` a kind of `create`. */
export function effectOf(verb: string): Effect {
  for (const word of formsOf(verb)) {
    if (READ.has(word)) return 'read';
    if (WRITE.has(word)) return 'write';
  }
  return 'unknown';
}

const formsOf = (verb: string): readonly string[] => [
  verb,
  verb.slice(0, Math.max(verb.indexOf('-'), 0)),
];

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
