//! Services of a compose file that a command line starts: `docker compose up seed`, `docker compose run tools az …`.
//! Source: https://docs.docker.com/reference/cli/docker/compose/

import { type Word, wordText } from '../../domain/call.ts';
import { GIVEN } from '../../domain/container-image.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { type TaskRun, taskRun } from '../../domain/task-run.ts';
import { wordExpression } from '../../domain/word-expression.ts';
import { environmentOf, execSteps } from './start.ts';
import { type Line, readLine, SWITCHES, valuesOf } from './words.ts';

/** In the order in which they are looked for, here and above. */
const FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'].flatMap(
  it => [it, `../${it}`],
);

const OWN = /^--(?:compatibility|dry-run|verbose|all-resources|no-ansi)$/;

const UP =
  /^(?:-[dVy]+|--(?:build|no-build|detach|force-recreate|no-recreate|no-deps|no-start|remove-orphans|renew-anon-volumes|abort-on-container-(?:exit|failure)|always-recreate-deps|no-color|no-log-prefix|quiet-pull|quiet-build|timestamps|wait|watch|menu|yes|attach-dependencies)(?:=.*)?)$/;

export function composeSteps(words: readonly Word[], at: Span): readonly Step[] {
  const line = readLine(words, OWN, 'leading');
  const [verb, ...rest] = line.rest;
  switch (verb && wordText(verb)) {
    case 'up':
      return upSteps(line, readLine(rest, UP, 'all').rest, at);
    case 'run':
      return runSteps(line, readLine(rest, SWITCHES, 'leading'), at);
    case 'exec':
      return execSteps(rest, at);
    default:
      return [];
  }
}

/** Without a name all of them. */
function upSteps(line: Line, services: readonly Word[], at: Span): readonly Step[] {
  const names = services.flatMap(it => wordText(it) ?? []);
  // Which of them are meant cannot be told.
  if (names.length < services.length) return [];
  return started(
    line,
    names.map(name => ({ name, arguments: [] })),
    [],
    at,
  );
}

function runSteps(line: Line, run: Line, at: Span): readonly Step[] {
  const [service, ...command] = run.rest;
  const name = service && wordText(service);
  if (name === undefined) return [];
  const given = command.map(it => wordExpression(it));
  return started(line, [{ name, arguments: given }], environmentOf(run), at);
}

/** Several files are one; each is looked at by itself. */
function started(
  line: Line,
  tasks: TaskRun['tasks'],
  given: readonly Entry[],
  at: Span,
): readonly Step[] {
  const files = valuesOf(line, /^(?:-f|--file)$/).map(it => wordExpression(it));
  const [folder] = valuesOf(line, /^--project-directory$/);
  const place = folder && files.length === 0 ? { folder: wordExpression(folder) } : {};
  const all: readonly TaskRun['files'][] = files.length === 0 ? [FILES] : files;
  const object: Expression = { kind: 'object', entries: given, at };
  const environment = [{ name: GIVEN, value: object, at }];
  const body = all.map(it => taskRun({ files: it, ...place, tasks, overrides: [], at }));
  return [{ kind: 'scope', ends: 'process', environment, body, at }];
}
