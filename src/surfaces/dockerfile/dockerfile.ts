//! Dockerfiles: a build that nobody watches, and the program that a container of the image starts with.
//! Source: https://docs.docker.com/reference/dockerfile/

import { programSteps } from '../../domain/argument-vector.ts';
import type { Expression } from '../../domain/expression.ts';
import type { FileFacts, Pipeline } from '../../domain/facts.ts';
import { text } from '../../domain/literal.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Step } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseDockerfile } from '../../languages/dockerfile/parse.ts';
import type { Instruction } from '../../languages/dockerfile/tree.ts';
import { folderOf, type Image, scriptIn } from './image.ts';
import { instructionSteps, processOf } from './instructions.ts';
import { shellOfImage } from './shells.ts';
import { lineageOf, type Stage, stagesOf } from './stages.ts';
import { listOf } from './values.ts';

export const dockerfile: Surface = {
  id: 'dockerfile',
  title: 'Dockerfile',
  matches: path => NAME.test(path),
  extract,
};

const NAME =
  /(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-](?!md$|sh$|ps1$|py$|ya?ml$|json$)[^/]+)?$|\.(?:dockerfile|containerfile)$/i;

function extract({ path, text: source }: SourceFile): FileFacts {
  const file = parseDockerfile(path, source);
  const { shared, all } = stagesOf(file);
  const bases = new Set(all.flatMap(it => it.base ?? []));
  // A stage that another one begins as is built with that one.
  const pipelines = all
    .filter(it => !bases.has(it))
    .map(stage =>
      pipelineOf(stage, newImage(path, file.escaping, shared, stage), all.length === 1),
    );
  return { path, pipelines, declarations: [], problems: [] };
}

const newImage = (
  path: string,
  escaping: string,
  shared: readonly Instruction[],
  stage: Stage,
): Image => ({
  home: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '',
  escaping,
  shared,
  shell: shellOfImage(lineageOf(stage)[0]?.image ?? ''),
  folder: '/',
  copies: [],
  settings: [],
  entrypoint: undefined,
  command: undefined,
});

function pipelineOf(stage: Stage, image: Image, isOnly: boolean): Pipeline {
  const instructions = lineageOf(stage).flatMap(it => it.instructions);
  const built = instructions.flatMap(it => instructionSteps(it, image));
  const body: readonly Step[] = [...built, ...settingsSteps(image), ...startSteps(image)];
  const { id, at } = stage;
  const title = isOnly ? 'the image' : `build stage \`${id}\``;
  return { id, title, reach: 'automation', body, at };
}

/** What an app in the image finds in its environment. */
function settingsSteps({ settings }: Image): readonly Step[] {
  const first = settings.find(it => it.name.startsWith('AZURE_'));
  if (!first) return [];
  const entries = [...new Map(settings.map(it => [it.name, it])).values()];
  const { at } = first;
  return [{ kind: 'construct', type: 'app-settings', args: { kind: 'object', entries, at }, at }];
}

/** The program of the container: the entry point with the command as its arguments, or the command. */
function startSteps(image: Image): readonly Step[] {
  const { entrypoint, command } = image;
  const first = entrypoint ?? command;
  if (!first) return [];
  const entry = entrypoint && listOf(entrypoint.text);
  const given = command && listOf(command.text);
  const title = `\`${first.name}\``;
  if (!entrypoint || !entry || !given) return [processOf(first, image, title)];
  const words = [...entry, ...given].map((it): Expression => text(scriptIn(it, image)));
  const at = entrypoint.text.at;
  const folder: Expression = {
    kind: 'text',
    region: { at, text: folderOf(image), segments: [], holes: [] },
    at,
  };
  const body = programSteps(words, at);
  return [{ kind: 'scope', ends: 'process', environment: [], folder, title, body, at }];
}
