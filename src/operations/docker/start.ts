//! A container that is started or entered: `docker run IMAGE az …`, `docker exec NAME az …`.
//! Sources: https://docs.docker.com/reference/cli/docker/container/run/,
//! https://docs.docker.com/reference/cli/docker/container/exec/

import { programSteps } from '../../domain/argument-vector.ts';
import { type Word, wordText } from '../../domain/call.ts';
import { containerStart } from '../../domain/container-image.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { entrypointOf, isTool, settingsOf } from '../../domain/image-program.ts';
import { literal } from '../../domain/literal.ts';
import { FOLDER_VARIABLES } from '../../domain/session-folder.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { wordExpression } from '../../domain/word-expression.ts';
import { argumentOf } from './build.ts';
import { type Mount, mountsOf, outside, sessionFolder, sharesSessions } from './mounts.ts';
import { type Line, readLine, SWITCHES, valuesOf } from './words.ts';

export function runSteps(words: readonly Word[], at: Span): readonly Step[] {
  const line = readLine(words, SWITCHES, 'leading');
  return startSteps(line, line.rest, at);
}

function startSteps(line: Line, words: readonly Word[], at: Span): readonly Step[] {
  const [image, ...given] = words;
  if (!image) return [];
  const mounts = mountsOf(line);
  const [entrypoint] = valuesOf(line, /^--entrypoint$/);
  const all = (entrypoint ? [entrypoint, ...given] : given).map(it =>
    wordExpression(outside(it, mounts)),
  );
  const environment = environmentOf(line);
  const folder = sessionFolder(mounts, environment, at);
  return [
    containerStart({
      image: wordExpression({ ...image, splits: false }),
      arguments: all,
      ...(entrypoint ? { instead: programSteps(all, at) } : {}),
      environment: [...environment, ...folder],
      variables: variableFiles(line),
      sharesSessions: folder.length > 0 || sharesSessions(line),
      otherwise: image.splits
        ? // It may as well be options, and the image comes next.
          [...foreignSteps(all, image, environment, at), ...startSteps(line, given, at)]
        : [inFolder(foreignSteps(all, image, environment, at), line, mounts, at)],
      at,
    }),
  ];
}

/** What an image of elsewhere runs is told by the command, as far as it has no program of its own. */
function foreignSteps(
  words: readonly Expression[],
  image: Word,
  environment: readonly Entry[],
  at: Span,
): readonly Step[] {
  const own = entrypointOf(wordText(image) ?? '');
  const [first] = words;
  const isOwn = own !== undefined && first && !isTool(first);
  const all = isOwn ? [literal(own, at), ...words] : words;
  const settings = environment.map(
    (it): Entry => ({ ...it, value: { kind: 'reference', space: 'variable', name: it.name, at } }),
  );
  return [...(isTool(all[0]) ? [] : settingsOf(settings)), ...programSteps(all, at)];
}

function inFolder(body: readonly Step[], line: Line, mounts: readonly Mount[], at: Span): Step {
  const [folder] = valuesOf(line, /^(?:-w|--workdir)$/);
  const mounted = folder && outside(folder, mounts);
  const place = mounted && mounted !== folder ? { folder: wordExpression(mounted) } : {};
  return { kind: 'scope', ends: 'process', environment: [], ...place, body, at };
}

/** A container that stays keeps its session, and may have that of the machine around it: a home of its own. */
export function execSteps(words: readonly Word[], at: Span): readonly Step[] {
  const line = readLine(words, SWITCHES, 'leading');
  const [name, ...rest] = line.rest;
  if (!name) return [];
  const body = programSteps(
    rest.map(it => wordExpression(it)),
    at,
  );
  const home: Expression = {
    kind: 'join',
    parts: [literal('/container/home/', at), wordExpression(name)],
    at,
  };
  const own = FOLDER_VARIABLES.map(it => ({ name: it, value: literal('', at), at }));
  const environment = [...own, { name: 'HOME', value: home, at }, ...environmentOf(line)];
  return [{ kind: 'scope', ends: 'process', environment, body, at }];
}

export const environmentOf = (line: Line): readonly Entry[] =>
  valuesOf(line, /^(?:-e|--env)$/).flatMap(argumentOf);

const variableFiles = (line: Line): readonly Expression[] =>
  valuesOf(line, /^--env-file$/).map(word => {
    const { at } = word;
    const here: Expression = { kind: 'reference', space: 'variable', name: 'PWD', at };
    const path: Expression = {
      kind: 'join',
      parts: /^\//.test(wordText(word) ?? '')
        ? [wordExpression(word)]
        : [here, literal('/', at), wordExpression(word)],
      at,
    };
    return { kind: 'call', name: 'read-variables', args: [path], at };
  });
