//! Dockerfiles: a build that nobody watches, and the program that a container of the image starts with.
//! Source: https://docs.docker.com/reference/dockerfile/

import { CONTAINER_IMAGE } from '../../domain/container-image.ts';
import type { FileFacts, Routine } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { runStep } from '../../domain/task-call.ts';
import { parseDockerfile } from '../../languages/dockerfile/parse.ts';
import { stageRoutines } from './routines.ts';
import { stagesOf } from './stages.ts';

export const dockerfile: Surface = {
  id: 'dockerfile',
  title: 'Dockerfile',
  comments: ['#'],
  matches: path => NAME.test(path),
  extract,
};

const NAME =
  /(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-](?!md$|sh$|ps1$|py$|ya?ml$|json$)[^/]+)?$|\.(?:dockerfile|containerfile)$/i;

function extract({ path, text }: SourceFile): FileFacts {
  const file = parseDockerfile(path, text);
  const stages = stagesOf(file);
  const declarations = stages.all.flatMap(it =>
    stageRoutines(it, stages, { path, escaping: file.escaping }),
  );
  const last = stages.all.at(-1);
  const whole: readonly Routine[] = last
    ? [
        {
          kind: 'routine',
          type: CONTAINER_IMAGE,
          path,
          parameters: [],
          bindings: [],
          body: [runStep(CONTAINER_IMAGE, `${path}#${last.id}`, last.at)],
          leftTo: 'nobody',
          at: last.at,
        },
      ]
    : [];
  return { path, pipelines: [], declarations: [...declarations, ...whole], problems: [] };
}
