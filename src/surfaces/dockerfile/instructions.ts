//! One instruction to what it does: a command of the build, a variable, files from the repository.

import { programSteps } from '../../domain/argument-vector.ts';
import { assigned } from '../../domain/assigned.ts';
import { buildArgument } from '../../domain/container-image.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, literalOf, text, unknownExpression } from '../../domain/literal.ts';
import { spanOf, subRegion } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import type { Flag, Instruction } from '../../languages/dockerfile/tree.ts';
import { copiedBy, pathInImage } from '../copies.ts';
import { folderOf, type Image, scriptIn } from './image.ts';
import { shellNamed, textSteps } from './shells.ts';
import type { Stage } from './stages.ts';
import { listOf, pathsIn, wordsOf, wordValue } from './values.ts';

export function instructionSteps(instruction: Instruction, image: Image): readonly Step[] {
  const { name, text: rest } = instruction;
  switch (name) {
    case 'RUN':
      return [...instruction.flags.flatMap(mountSteps), processOf(instruction, image)];
    case 'ENV': {
      const entries = variablesOf(instruction, image);
      image.settings.push(...entries);
      return entries.map(assignStep);
    }
    case 'ARG':
      return variablesOf(instruction, image).map(assignStep);
    case 'COPY':
    case 'ADD':
      return copySteps(instruction, image);
    case 'WORKDIR':
      image.folder = pathInImage(image.folder, rest.text.replace(/^["']|["']$/g, ''));
      return [];
    case 'SHELL':
      image.shell = shellNamed(rest) ?? image.shell;
      return [];
    case 'ENTRYPOINT':
      // What an image had as its command was meant for its own entry point.
      image.command = undefined;
      image.entrypoint = instruction;
      return [];
    case 'CMD':
      image.command = instruction;
      return [];
    default:
      return [];
  }
}

/** A process of its own, in the folder that the build has come to. */
export function processOf(instruction: Instruction, image: Image, title?: string): Step {
  const { at, text: rest } = instruction;
  const words = listOf(rest)?.map(it => text(scriptIn(it, image)));
  const body = words
    ? programSteps(words, rest.at)
    : textSteps({ ...instruction, text: scriptIn(rest, image), at: rest.at }, image.shell);
  const folder = literal(folderOf(image), at);
  const named = title === undefined ? {} : { title };
  return { kind: 'scope', ends: 'process', environment: [], folder, ...named, body, at };
}

/** `NAME=value …`, or the old `ENV NAME value`. */
function variablesOf({ name, text: rest }: Instruction, image: Image): readonly Entry[] {
  const old = /^([A-Za-z_]\w*)\s+(?=[^=\s])/.exec(rest.text);
  const isOld = name === 'ENV' && old && !/^[A-Za-z_]\w*=/.test(rest.text);
  if (isOld) {
    const value = wordValue(subRegion(rest, old[0].length, rest.text.length), image.escaping);
    return [{ name: old[1] ?? '', value, at: rest.at }];
  }
  return wordsOf(rest, image.escaping).flatMap(word => {
    const [, key, sign] = /^([A-Za-z_]\w*)(=)?/.exec(word.text) ?? [];
    if (key === undefined) return [];
    const given =
      sign === undefined
        ? undefined
        : wordValue(subRegion(word, key.length + 1, word.text.length), image.escaping);
    const at = spanOf(word, 0, word.text.length);
    const value = name === 'ARG' ? argumentValue(key, given, at, image) : given;
    return value ? [{ name: key, value, at }] : [];
  });
}

/** Whoever starts the build may give another value than the file does. */
function argumentValue(
  name: string,
  given: Expression | undefined,
  at: Entry['at'],
  image: Image,
): Expression {
  const open = unknownExpression({ kind: 'not-in-repository', name }, at);
  const fallback = given ?? sharedValue(name, image) ?? open;
  const own: Expression = { kind: 'reference', space: 'variable', name: buildArgument(name), at };
  return { kind: 'call', name: 'coalesce', args: [own, fallback], at };
}

function sharedValue(name: string, image: Image): Expression | undefined {
  for (const instruction of image.shared.toReversed()) {
    if (instruction.name !== 'ARG') continue;
    const word = wordsOf(instruction.text, image.escaping).find(it =>
      it.text.startsWith(`${name}=`),
    );
    if (word) return wordValue(subRegion(word, name.length + 1, word.text.length), image.escaping);
  }
  return undefined;
}

const assignStep = ({ name, value, at }: Entry): Step => assigned(name, value, at);

/** What whoever builds it may give, as far as they are asked for. */
export function openArguments(stages: readonly Stage[], image: Image): readonly Entry[] {
  const own = stages.flatMap(it => it.instructions).filter(it => it.name === 'ARG');
  return own.flatMap(it =>
    variablesOf(it, image).map(({ name, value, at }) => {
      const open = unknownExpression({ kind: 'not-in-repository', name }, at);
      const options = value.kind === 'call' ? [...value.args.slice(1), open] : [open];
      return { name: buildArgument(name), value: { kind: 'choice' as const, options, at }, at };
    }),
  );
}

function copySteps(instruction: Instruction, image: Image): readonly Step[] {
  const { flags, heredocs, text: rest, at } = instruction;
  const paths = pathsIn(rest, image.escaping);
  const target = paths.at(-1);
  const to = target && literalOf(target);
  if (!target || to === undefined) return [];
  const place = literal(pathInImage(image.folder, to), target.at);
  if (heredocs.length > 0) {
    const [first] = heredocs;
    if (!first) return [];
    const content = text(first.body);
    return [{ kind: 'write', target: place, content, appends: false, at }];
  }
  // From another stage or image: not the repository's.
  if (flags.some(it => it.name === 'from')) return [];
  const sources = paths.slice(0, -1).flatMap(it => literalOf(it) ?? []);
  image.copies.push(...copiedBy(sources, to, image.folder));
  return sources.map(source => restored(place, source, 'repository', at));
}

/** `--mount=type=secret,id=azure,target=/root/.azure/…`. */
function mountSteps({ name, value, at }: Flag): readonly Step[] {
  if (name !== 'mount') return [];
  const options = new Map(
    value.split(',').map(it => {
      const [key = '', ...rest] = it.split('=');
      return [key, rest.join('=')] as const;
    }),
  );
  const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
  const origin = ORIGINS.get(options.get('type') ?? 'bind');
  if (target === undefined || origin === undefined) return [];
  const source = options.get('source') ?? options.get('src') ?? options.get('id') ?? '';
  return [restored(literal(target, at), source, origin, at)];
}

const ORIGINS: ReadonlyMap<string, string> = new Map([
  ['bind', 'repository'],
  ['secret', 'secret'],
  ['cache', 'cache'],
]);

const restored = (path: Expression, source: string, origin: string, at: Step['at']): Step => ({
  kind: 'construct',
  type: 'restored-files',
  args: {
    kind: 'object',
    entries: [
      { name: 'path', value: path, at },
      { name: 'source', value: literal(source, at), at },
      { name: 'origin', value: literal(origin, at), at },
    ],
    at,
  },
  at,
});
