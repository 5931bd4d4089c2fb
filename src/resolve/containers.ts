//! Commands that run in a container: `docker exec NAME az …`, `docker run IMAGE az …`.

import { type Word, wordText } from '../domain/call.ts';
import { programOfPath } from '../domain/program-name.ts';
import type { Programs } from './programs.ts';
import { isWrapper } from './wrappers.ts';

const ENGINES: ReadonlySet<string> = new Set(['docker', 'podman', 'nerdctl']);

export const isContainerEngine = (name: string): boolean => ENGINES.has(name);

export interface ContainerCommand {
  readonly words: readonly Word[];
  /** `machine`: a container of its own, in which nobody is signed in and which ends with the command. */
  readonly ends: 'machine' | 'nothing';
}

/**
 * After the name of the image or container comes the command; an image may have a program of its own before that, so
 * what is looked for is the first word that is a program somebody reads, a shell or a script. `exec` names a container that
 * stays, so a sign-in there is found by the next `exec`; one that mounts the session's folder shares it.
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
  const name = nameIndex(rest, compose);
  const start = rest.findIndex(
    (it, index) =>
      index > name &&
      (programs.has(programOfPath(it)) || isWrapper(it) || /^\.{0,2}\/.*\.sh$/.test(it)),
  );
  if (start < 0) return undefined;
  const isShared = action === 'exec' || rest.some(it => it.includes('.azure'));
  return { words: words.slice(start + 2), ends: isShared ? 'nothing' : 'machine' };
}

/** Options of `run` and `exec` without a value; the others are many, and take one. */
const FLAGS =
  /^(?:-[itdTP]+|--(?:rm|interactive|tty|detach|privileged|init|read-only|no-deps|build|service-ports|quiet|sig-proxy|no-healthcheck|publish-all)(?:=.*)?|--[\w-]+=.*)$/;

/** Where the image, the container or the service is named. */
function nameIndex(words: readonly string[], from: number): number {
  let index = from;
  while (index < words.length) {
    const word = words[index] ?? '';
    if (!word.startsWith('-')) return index;
    // `-eNAME=value` holds its value; `-e NAME=value` is two words.
    index += FLAGS.test(word) || /^-[a-zA-Z].+/.test(word) ? 1 : 2;
  }
  return from;
}
