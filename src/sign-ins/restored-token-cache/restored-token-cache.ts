//! Files of a session that somebody else began, put where Azure's tools look for their own.
//! Source: https://learn.microsoft.com/cli/azure/azure-cli-configuration

import { actionInput } from '../../domain/action-input.ts';
import {
  type Call,
  type CommandCall,
  type ComponentCall,
  type ConstructCall,
  inputOf,
} from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { SignIn, SignInForm } from '../../domain/sign-in.ts';
import { textOf, type Unknown, type Value } from '../../domain/value.ts';
import {
  CACHE_WORD,
  type CachedSession,
  cachedSession,
  isToolFolder,
  placedAt,
} from './cached-session.ts';
import { PROGRAMS, putsOf } from './commands.ts';

const ID = 'restored-token-cache';

export const restoredTokenCache: SignInForm = {
  id: ID,
  title: 'a token cache that is restored',
  programs: PROGRAMS,
  onlyWith: { in: 'command', text: CACHE_WORD },
  read,
};

function read(call: Call): SignIn | undefined {
  switch (call.kind) {
    case 'command':
      return readCommand(call);
    case 'component':
      return readComponent(call);
    case 'construct':
      return readConstruct(call);
  }
}

function readCommand(call: CommandCall): SignIn | undefined {
  for (const { source, target } of putsOf(call)) {
    // From one place of the same tool to another: the session is the machine's own.
    if (isOwn(source)) continue;
    const found = cachedSession(placedAt(source, target));
    if (found) return signInOf(call, found);
  }
  return undefined;
}

const isOwn = (path: string): boolean =>
  isToolFolder(path) || isToolFolder(path.replace(/[\\/][^\\/]*$/, ''));

/** What an earlier job or run has left. */
const KEPT: ReadonlyMap<string, string> = new Map([
  ['actions/cache', 'path'],
  ['actions/cache/restore', 'path'],
  ['actions/download-artifact', 'path'],
  ['cache', 'path'],
  ['downloadpipelineartifact', 'targetPath'],
  ['downloadbuildartifacts', 'downloadPath'],
]);

function readComponent(call: ComponentCall): SignIn | undefined {
  const input = KEPT.get(call.name);
  const paths = input === undefined ? '' : spelled(actionInput(call, input));
  for (const path of paths.split(/[\r\n]+/)) {
    const found = cachedSession(path.trim());
    if (found) return signInOf(call, found, { kind: 'held-by-platform', name: call.name });
  }
  return undefined;
}

function readConstruct(call: ConstructCall): SignIn | undefined {
  if (call.type === 'written-file') return readWritten(call);
  if (call.type !== 'restored-files') return undefined;
  const source = spelled(inputOf(call.args, 'source'));
  const found = cachedSession(placedAt(source, spelled(inputOf(call.args, 'path'))));
  const origin = textOf(inputOf(call.args, 'origin')) ?? '';
  const isSomebodys = ['repository', 'host'].includes(origin) || !found?.isFolder;
  const why = { kind: 'held-by-platform' as const, name: source === '' ? origin : source };
  return found && signInOf(call, found, isSomebodys && origin !== 'cache' ? undefined : why);
}

/** Nobody writes down a session; a short text is an empty one. */
const EMPTY_MAX = 40;

function readWritten(call: ConstructCall): SignIn | undefined {
  const found = cachedSession(spelled(inputOf(call.args, 'path')));
  const content = textOf(inputOf(call.args, 'content'));
  const isMade = /(?:^|\/)az$/.test(textOf(inputOf(call.args, 'program')) ?? '');
  if (!found || found.isFolder || isMade) return undefined;
  return content !== undefined && content.length <= EMPTY_MAX ? undefined : signInOf(call, found);
}

/** `unknown`: why it cannot be known whose session it is. */
const signInOf = (call: Call, found: CachedSession, unknown?: Unknown): SignIn =>
  newSignIn(ID, call.at, unknown ? 'unknown' : found.identity, {
    covers: 'rest-of-job',
    opens: [found.session],
    ...(unknown ? { unknown } : {}),
  });

/** As it is written, where parts of it are not known. */
const spelled = (value: Value<string>): string =>
  textOf(value) ?? (value.kind === 'unknown' ? (value.region?.text ?? '') : '');
