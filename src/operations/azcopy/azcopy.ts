//! AzCopy: what it does to the data in storage accounts.
//! Source: https://learn.microsoft.com/azure/storage/common/storage-ref-azcopy

import { type Call, wordPrefix, wordText } from '../../domain/call.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';

export const azcopy: OperationReader = {
  id: 'azcopy',
  title: '`azcopy`',
  programs: ['azcopy'],
  read: readAzcopy,
};

const COMMANDS: ReadonlyMap<string, Effect> = new Map([
  ['bench', 'write'],
  ['benchmark', 'write'],
  ['c', 'write'],
  ['copy', 'write'],
  ['cp', 'write'],
  ['list', 'read'],
  ['ls', 'read'],
  ['make', 'write'],
  ['mk', 'write'],
  ['remove', 'write'],
  ['rm', 'write'],
  ['set-properties', 'write'],
  ['set-props', 'write'],
  ['sp', 'write'],
  ['sync', 'write'],
]);

function readAzcopy(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'azcopy') return undefined;
  const words = call.words.slice(1);
  const name = wordText(words[0] ?? { parts: [], splits: false, at: call.at }) ?? '';
  if (name === 'login') return undefined;
  if (name === 'logout') return { ...NO_EFFECTS, closes: ['azcopy'] };
  const effect = COMMANDS.get(name);
  const addresses = words.slice(1).map(wordPrefix).filter(isAddress);
  if (!effect || (addresses.length > 0 && addresses.every(isSigned))) return NO_EFFECTS;
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `azcopy ${name}`,
        effect,
        audience: 'storage',
        sessions: ['this-call', 'azcopy'],
      },
    ],
  };
}

const isAddress = (text: string): boolean => /^https:\/\//i.test(text);

/** It carries a shared access signature, or goes on unknown where one would stand. */
const isSigned = (address: string): boolean => /[?&](?:sig=|$)/.test(address);
