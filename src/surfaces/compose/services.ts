//! A service of a compose file: the image that it is built as, and the container that is started of it.
//! Source: https://docs.docker.com/reference/compose-file/services/

import { programSteps } from '../../domain/argument-vector.ts';
import { containerStart, GIVEN, imageStep } from '../../domain/container-image.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { entrypointOf, isTool, settingsOf } from '../../domain/image-program.ts';
import { literal, text } from '../../domain/literal.ts';
import { argumentWords } from '../../domain/script-arguments.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, itemsOf, scalarOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { pathInImage, sourceFolder, withSources } from '../copies.ts';
import { bound } from './bound.ts';
import { variableFiles, variablesIn } from './environment.ts';
import { copiesOf, filesOf, isSession, mountsOf } from './mounts.ts';
import { valueOfScalar } from './values.ts';

export interface Service {
  readonly node: YamlNode;
  /** Unique among the images of a run, for one that has no name. */
  readonly name: string;
  /** The folder of the file, `''` for the root. */
  readonly home: string;
}

/** With the command of the file, or with the one that it is run with. */
export function serviceSteps(service: Service): readonly Step[] {
  const { node } = service;
  const { at } = node;
  const inside: Entry[] = [];
  const [entrypoint, command] = ['entrypoint', 'command'].map(key =>
    wordsOf(childOf(node, key), service, inside),
  );
  const start = (given: readonly Expression[], settings: readonly Step[]): Step =>
    started({ entrypoint: entrypoint ?? [], command: given, settings, inside }, service);
  const all: Expression = { kind: 'reference', space: 'argument', name: '@', at };
  const count: Expression = { kind: 'call', name: 'count', args: [all], at };
  const [first] = [...(entrypoint ?? []), ...(command ?? [])];
  const own = isTool(first) ? [] : settingsSteps(service);
  return [
    ...buildSteps(service),
    {
      kind: 'branch',
      arms: [[start(command ?? [], own)], [start([{ kind: 'elements', of: all, at }], [])]],
      isExhaustive: true,
      choice: { of: count, patterns: [['0'], ['*']] },
      at,
    },
  ];
}

/** A text is cut into words as a shell would, and no shell runs them. */
function wordsOf(
  node: YamlNode | undefined,
  service: Service,
  entries: Entry[],
): readonly Expression[] {
  const one = scalarOf(node);
  const words = one
    ? argumentWords(bound(valueOfScalar(one), entries))
    : itemsOf(node).flatMap(it =>
        it.kind === 'scalar' ? [bound(valueOfScalar(it), entries)] : [],
      );
  const { copies, folder, here } = placesOf(service);
  return words.map(it =>
    it.kind === 'text' ? text(withSources(it.region, copies, folder, here)) : it,
  );
}

/** What is mounted, where the container stands, and where the repository holds that. */
function placesOf({ node }: Service) {
  const copies = mountsOf(node).flatMap(copiesOf);
  const folder = pathInImage('/', textOf(childOf(node, 'working_dir')) ?? '');
  return { copies, folder, here: sourceFolder(folder, copies) ?? '' };
}

interface Start {
  readonly entrypoint: readonly Expression[];
  readonly command: readonly Expression[];
  readonly settings: readonly Step[];
  /** Variables that the words need. */
  readonly inside: readonly Entry[];
}

function started({ entrypoint, command, settings, inside }: Start, service: Service): Step {
  const { node, home } = service;
  const { at } = node;
  const mounts = mountsOf(node);
  const files = mounts.filter(it => !isSession(it)).map(filesOf);
  const before = [...files, ...settings];
  const words = [...entrypoint, ...command];
  const place = literal(inFolder(home, placesOf(service).here), at);
  const own = entrypointOf(textOf(childOf(node, 'image')) ?? '');
  const [first] = words;
  const isOwn = own !== undefined && entrypoint.length === 0 && first && !isTool(first);
  const program = programSteps(isOwn ? [literal(own, at), ...words] : words, first?.at ?? at);
  const scope = (body: readonly Step[]): Step => ({
    kind: 'scope',
    ends: 'process',
    environment: [],
    folder: place,
    body,
    at,
  });
  return containerStart({
    image: imageOf(service),
    before,
    arguments: command,
    ...(entrypoint.length === 0 ? {} : { instead: [scope(program)] }),
    environment: [...variablesIn(childOf(node, 'environment')), ...inside],
    variables: [...variableFiles(node, home), givenTo(at)],
    sharesSessions: mounts.some(isSession),
    otherwise: program.length === 0 ? [] : [scope(program)],
    at,
  });
}

const givenTo = (at: Step['at']): Expression => ({
  kind: 'reference',
  space: 'variable',
  name: GIVEN,
  at,
});

const inFolder = (...parts: readonly string[]): string =>
  `/${parts.filter(it => it !== '').join('/') || '.'}`;

function imageOf({ node, name }: Service): Expression {
  const image = scalarOf(childOf(node, 'image'));
  return image ? valueOfScalar(image) : literal(name, node.at);
}

/** `build: .`, or the longer form. */
function buildSteps(service: Service): readonly Step[] {
  const build = childOf(service.node, 'build');
  const context = scalarOf(build) ?? scalarOf(childOf(build, 'context'));
  if (!build || !context || /:\/\/|^git@/.test(context.text)) return [];
  const { at } = context;
  const file = textOf(childOf(build, 'dockerfile'));
  const target = scalarOf(childOf(build, 'target'));
  const folder = pathInImage(inFolder(service.home), context.text);
  return [
    imageStep({
      ...(file === undefined ? {} : { file: literal(pathInImage(folder, file), at) }),
      folder: literal(folder, at),
      ...(target ? { target: valueOfScalar(target) } : {}),
      arguments: variablesIn(childOf(build, 'args')),
      names: [imageOf(service)],
      at,
    }),
  ];
}

/** What an app finds in its environment. */
function settingsSteps({ node, home }: Service): readonly Step[] {
  const own = variablesIn(childOf(node, 'environment')).map((it): Entry => {
    const { name, at } = it;
    return { ...it, value: { kind: 'reference', space: 'variable', name, at } };
  });
  const [first, ...others] = variableFiles(node, home);
  if (!first) return settingsOf(own);
  const { at } = first;
  const entries: Expression = { kind: 'object', entries: own, at };
  const args: Expression = { kind: 'call', name: 'merge', args: [first, ...others, entries], at };
  return [{ kind: 'construct', type: 'app-settings', args, at }, ...settingsOf(own)];
}
