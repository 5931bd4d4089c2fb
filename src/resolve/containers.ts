//! Commands that run in a container: `docker exec NAME az …`, `docker run IMAGE az …`.

import { type Word, wordText } from '../domain/call.ts';
import { programOfPath } from '../domain/program-name.ts';
import type { Programs } from './world.ts';
import { isWrapper } from './wrappers.ts';

const ENGINES: ReadonlySet<string> = new Set(['docker', 'podman', 'nerdctl']);

export const isContainerEngine = (name: string): boolean => ENGINES.has(name);

export interface ContainerCommand {
  readonly words: readonly Word[];
  /** `machine`: a container of its own, in which nobody is signed in and which ends with the command. */
  readonly ends: 'machine' | 'nothing';
}

/**
 * The options before the command are many and grow; what is looked for is the first word that is a program
 * somebody reads, a shell or a script. `exec` names a container that stays, so a sign-in there is found by the next
 * `exec`; one that mounts the session's folder shares it.
 */
export function containerCommand(
  words: readonly Word[],
  programs: Programs,
): ContainerCommand | undefined {
  const [engine, verb, ...rest] = words.map(it => wordText(it) ?? '');
  if (!ENGINES.has(programOfPath(engine ?? ''))) return undefined;
  const compose = verb === 'compose' ? 1 : 0;
  const action = compose === 1 ? rest[0] : verb;
  if (action !== 'exec' && action !== 'run') return undefined;
  const start = rest.findIndex(
    it => programs.has(programOfPath(it)) || isWrapper(it) || /^\.{0,2}\/.*\.sh$/.test(it),
  );
  if (start < 0) return undefined;
  const isShared = action === 'exec' || rest.some(it => it.includes('.azure'));
  return { words: words.slice(start + 2), ends: isShared ? 'nothing' : 'machine' };
}
