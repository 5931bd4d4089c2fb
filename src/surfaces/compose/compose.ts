//! Compose files: every service is a container, started by name, or with all others.
//! Source: https://docs.docker.com/reference/compose-file/

import type { FileFacts, Routine } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Span } from '../../domain/span.ts';
import type { DefineStep } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { functionName, TASK, taskCall, taskPath } from '../../domain/task-call.ts';
import { taskRoutines } from '../../domain/task-file.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { childOf, entriesOf, type YamlEntry } from '../../languages/yaml/tree.ts';
import { filesOf, isSession, mountsOf } from './mounts.ts';
import { serviceSteps } from './services.ts';
import { openVariables } from './values.ts';

export const compose: Surface = {
  id: 'compose',
  title: 'compose file',
  comments: ['#'],
  matches: path => NAME.test(path),
  extract,
};

const NAME = /(?:^|\/)(?:docker-|podman-)?compose(?:[._-][\w.-]+)?\.ya?ml$/i;

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  const home = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const services = entriesOf(childOf(documents[0], 'services'));
  if (services.length === 0) return { path, pipelines: [], declarations: [], problems: errors };
  const at = { path, start: 0, end: 0 };
  const tasks = services.map(({ key, value }) => ({
    name: key.text,
    title: `service \`${key.text}\``,
    body: serviceSteps({ node: value, name: `${path} ${key.text}`, home }),
    at: key.at,
  }));
  const definitions = [upAll(services, at)];
  const file = { path, at, definitions, tasks, first: undefined, noun: 'service' };
  const declarations = taskRoutines(file).map(it => serviceRoutine(it, services, path));
  return { path, pipelines: [], declarations, problems: errors };
}

/** What a command line starts that names none: all that do not wait to be asked for. */
const upAll = (services: readonly YamlEntry[], at: Span): DefineStep => ({
  kind: 'define',
  name: functionName(''),
  isPrivate: true,
  body: services.flatMap(({ key, value }) =>
    childOf(value, 'profiles') ? [] : [taskCall(key.text, key.at)],
  ),
  at,
});

/** Where nothing of the repository starts it, it is started all the same, by somebody whose session it may find. */
function serviceRoutine(routine: Routine, services: readonly YamlEntry[], path: string): Routine {
  const service = services.find(it => routine.path === taskPath(path, it.key.text));
  if (routine.type !== TASK || !service) return routine;
  const { at } = routine;
  const body = routine.alone ?? [];
  const environment = openVariables(service.value);
  return {
    ...routine,
    leftTo: { platform: 'Docker' },
    alone: [
      ...mountsOf(service.value).filter(isSession).map(filesOf),
      { kind: 'scope', ends: 'process', environment, body, at },
    ],
  };
}
