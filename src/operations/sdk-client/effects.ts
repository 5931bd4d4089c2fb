//! What a method does to Azure, by the verb in its name: `begin_create_or_update`, `listByResourceGroup`, `PowerOffAsync`.

import type { Operation } from '../../domain/operation.ts';

type What = Pick<Operation, 'effect' | 'isAction'>;

const READS = ['get', 'list', 'check', 'exists', 'new'];

const WRITES = ['create', 'update', 'delete', 'put', 'patch', 'add', 'remove', 'set', 'deploy'];

/** They post a request, which is a kind of its own. */
const ACTIONS = [
  'start',
  'stop',
  'restart',
  'power',
  'deallocate',
  'reimage',
  'redeploy',
  'run',
  'regenerate',
  'generate',
  'validate',
  'what',
  'export',
  'move',
  'register',
  'cancel',
  'failover',
  'purge',
  'swap',
];

/** `undefined` for what asks Azure nothing, as far as its name tells. */
export function effectOf(method: string): What | undefined {
  const words = method
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter(it => it !== 'begin');
  const [verb = '', second = ''] = words;
  // Keys are listed by a request that is posted.
  if (verb === 'list' && second.endsWith('keys')) return { effect: 'read', isAction: true };
  if (READS.includes(verb)) return { effect: 'read' };
  if (WRITES.includes(verb)) return { effect: 'write' };
  return ACTIONS.includes(verb) ? { effect: 'write', isAction: true } : undefined;
}
