//! Containers that stages run in: tools keep their sessions in folders that are its own.
//! Source: https://www.jenkins.io/doc/book/pipeline/docker/

import type { Entry } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { SESSION_FOLDERS } from '../../domain/session-folder.ts';
import type { Span } from '../../domain/span.ts';
import { type GroovyCall, type GroovyClosure, textOf } from '../../languages/groovy/tree.ts';
import type { Reading } from './reading.ts';

/** Of a container by itself, unless the file keeps its home, or what is in it, outside. */
function foldersAt(at: Span, reading: Reading, name: string): readonly Entry[] {
  const spelled = reading.text.slice(at.start, Math.min(at.end, at.start + LOOKED_AT_MAX));
  const names = [...SESSION_FOLDERS.values()].filter(it => it !== '');
  const isKept = ['HOME', ...names].some(it => reading.environment.has(it));
  if (isKept || /\.azure\b|--volumes-from/.test(spelled)) return [];
  return names.map(it => ({ name: it, value: literal(`/container ${name}/${it}`, at), at }));
}

/** Longer descriptions of a container nobody writes. */
const LOOKED_AT_MAX = 4000;

/** `agent { docker { … } }` of a stage. */
export function foldersOfAgent(
  agent: GroovyClosure | undefined,
  reading: Reading,
): readonly Entry[] {
  const isContainer = agent?.body.some(
    it => it.kind === 'expression' && it.of.kind === 'call' && CONTAINERS.has(it.of.name),
  );
  return agent && isContainer ? foldersAt(agent.at, reading, `${agent.at.start}`) : [];
}

const CONTAINERS: ReadonlySet<string> = new Set([
  'docker',
  'dockerfile',
  'dockerContainer',
  'kubernetes',
]);

/** `container('az') { … }`, where all of one name are the same one, and `docker.image('x').inside('-v …') { … }`. */
export function foldersOfBlock(call: GroovyCall, reading: Reading): readonly Entry[] {
  const { name, args, at } = call;
  const block = args.find(it => it.value.kind === 'closure');
  const head = { ...at, end: block?.at.start ?? at.end };
  const shared = name === 'container' ? textOf(args[0]?.value) : undefined;
  return foldersAt(head, reading, shared ?? `${at.start}`);
}
