//! Container engines: images that are built of a file of the repository, and containers that run what is in them.
//! Source: https://docs.docker.com/reference/cli/docker/

import { type Call, type Word, wordText } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { buildSteps } from './build.ts';
import { actionSteps } from './build-action.ts';
import { composeSteps } from './compose.ts';
import { execSteps, runSteps } from './start.ts';
import { readLine } from './words.ts';

const ENGINES = ['docker', 'podman', 'nerdctl', 'buildah'];

const COMPOSE = ['docker-compose', 'podman-compose'];

export const docker: OperationReader = {
  id: 'docker',
  title: '`docker`',
  programs: [...ENGINES, ...COMPOSE],
  isTaskRunner: true,
  read: readDocker,
};

function readDocker(call: Call): Effects | undefined {
  if (call.kind === 'component') {
    return call.name === 'docker/build-push-action' ? running(actionSteps(call)) : undefined;
  }
  if (call.kind !== 'command') return undefined;
  const words = call.words.slice(1);
  const program = programName(call);
  if (program === 'az') {
    const isBuild = ['acr', 'build'].every((it, index) => wordText(words[index] ?? NONE) === it);
    return isBuild ? running(buildSteps(words.slice(2), call.at)) : undefined;
  }
  if (COMPOSE.includes(program)) return running(composeSteps(words, call.at));
  return ENGINES.includes(program) ? running(engineSteps(words, call.at)) : undefined;
}

const NONE: Word = { parts: [], splits: false, at: { path: '', start: 0, end: 0 } };

const running = (steps: readonly Step[]): Effects => ({
  ...NO_EFFECTS,
  runs: [{ kind: 'steps', steps }],
});

/** Names of a group of commands, which say no more than the command does. */
const GROUPS = /^(?:container|image|buildx|builder)$/;

function engineSteps(words: readonly Word[], at: Span): readonly Step[] {
  const { rest } = readLine(words, /^(?:-D|--debug|--tls|--tlsverify)$/, 'leading');
  const isGroup = GROUPS.test(wordText(rest[0] ?? NONE) ?? '');
  const [verb = NONE, ...others] = isGroup ? rest.slice(1) : rest;
  switch (wordText(verb)) {
    case 'build':
    case 'bud':
      return buildSteps(others, at);
    case 'run':
      return runSteps(others, at);
    case 'exec':
      return execSteps(others, at);
    case 'compose':
      return composeSteps(others, at);
    default:
      return [];
  }
}
