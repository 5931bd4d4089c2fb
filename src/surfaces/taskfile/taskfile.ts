//! Taskfiles: tasks that pipelines, scripts and persons run with `task deploy`.
//! Source: https://taskfile.dev/reference/schema

import type { FileFacts } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import type { TaskPart } from '../../domain/task-call.ts';
import { type Task, taskRoutines } from '../../domain/task-file.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  scalarOf,
  textOf,
  type YamlEntry,
} from '../../languages/yaml/tree.ts';
import { type TaskReading, taskBody } from './tasks.ts';
import { templateValue } from './templates.ts';
import { environmentSteps, variableSteps } from './variables.ts';

export const taskfile: Surface = {
  id: 'taskfile',
  title: 'Taskfile',
  comments: ['#'],
  matches: path => /(?:^|\/)[^/]*taskfile[^/]*\.ya?ml$/i.test(path),
  extract,
};

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  const [root] = documents;
  const entries = entriesOf(childOf(root, 'tasks'));
  const included = entriesOf(childOf(root, 'includes')).flatMap(it => partOf(it) ?? []);
  const reading: TaskReading = { parts: included };
  const declarations = taskRoutines({
    path,
    at: { path, start: 0, end: text.length },
    definitions: [
      ...environmentSteps(childOf(root, 'env')),
      ...variableSteps(childOf(root, 'vars'), 'file'),
    ],
    tasks: entries.flatMap(it => tasksOf(it, reading)),
    first: entries.some(it => it.key.text === 'default') ? 'default' : undefined,
    parts: included,
  });
  return { path, pipelines: [], declarations, problems: errors };
}

/** A task by its name and by its other names; `build:*` is every name that begins so. */
function tasksOf({ key, value }: YamlEntry, reading: TaskReading): readonly Task[] {
  const { at } = key;
  const aliases = itemsOf(childOf(value, 'aliases')).flatMap(it => textOf(it) ?? []);
  const body = taskBody(value, reading);
  return [key.text, ...aliases].map(name => ({
    name: name.replace('*', '%'),
    title: `\`task ${name}\``,
    body,
    at,
  }));
}

/** A folder stands for the Taskfile in it. */
function partOf({ key, value }: YamlEntry): TaskPart | undefined {
  const spelled = scalarOf(value) ?? scalarOf(childOf(value, 'taskfile'));
  if (!spelled) return undefined;
  const folder = scalarOf(childOf(value, 'dir'));
  const path = templateValue(spelled);
  const isFlat = textOf(childOf(value, 'flatten')) === 'true';
  const at = spelled.at;
  const isFile = /\.ya?ml$/i.test(spelled.text);
  const files = ['/Taskfile.yml', '/Taskfile.yaml', '/taskfile.yml'].map(it => ({
    kind: 'join' as const,
    parts: [path, { kind: 'text' as const, region: { at, text: it, segments: [], holes: [] }, at }],
    at,
  }));
  return {
    prefix: isFlat ? '' : `${key.text}:`,
    path: isFile ? path : { kind: 'choice', options: files, at },
    ...(folder ? { folder: templateValue(folder) } : {}),
  };
}
