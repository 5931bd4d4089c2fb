//! Playbooks, tasks and variables of Ansible.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/

import type { FileFacts, Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Step } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { itemsOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { dependencySteps, PLAYBOOK, TASKS, VARIABLES } from './includes.ts';
import { CONNECTION, LOCAL } from './machines.ts';
import { isPlay, playSteps } from './plays.ts';
import { type Reading, readingOf } from './reading.ts';
import { isList, isMeta, isVariables } from './recognise.ts';
import { taskSteps } from './tasks.ts';
import { assignment, assignments } from './variables.ts';

export const ansible: Surface = {
  id: 'ansible',
  title: 'Ansible playbook',
  comments: ['#'],
  matches: path => /\.ya?ml$/i.test(path),
  recognises: (text, path) => isList(text) || isVariables(text, path) || isMeta(text, path),
  extract,
};

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  const [root] = documents;
  const none: FileFacts = { path, pipelines: [], declarations: [], problems: errors };
  const found = root && contentOf(root, readingOf(path));
  if (!found || found.body.length === 0) return none;
  const at = { path, start: 0, end: text.length };
  const routine: Routine = { kind: 'routine', parameters: [], bindings: [], ...found, at };
  return { ...none, declarations: [routine] };
}

function contentOf(
  root: YamlNode,
  reading: Reading,
): Pick<Routine, 'type' | 'path' | 'leftTo' | 'body'> | undefined {
  const { path } = reading;
  if (root.kind === 'mapping') {
    if (isMeta('dependencies:', path)) {
      return { type: TASKS, path, body: dependencySteps(root, reading) };
    }
    // What a role says for itself wins over what stands around it.
    const precedence = /(?:^|\/)roles\/[^/]+\/vars\//.test(path) ? 'last' : 'first';
    return {
      type: VARIABLES,
      path: inventoryPath(path),
      leftTo: 'nobody',
      body: assignments(root, precedence, reading),
    };
  }
  if (root.kind !== 'sequence') return undefined;
  const plays = root.items.filter(isPlay);
  if (isPlaybook(root))
    return { type: PLAYBOOK, path, body: plays.flatMap(it => playSteps(it, reading)) };
  const tasks = taskSteps(root, reading);
  return { type: TASKS, path, body: tasks.length === 0 ? [] : [here(root), ...tasks] };
}

/** An old playbook may be nothing but `include`s, and then it is read as tasks, which comes to the same. */
const isPlaybook = (root: YamlNode): boolean =>
  itemsOf(root).some(it => isPlay(it) && it.entries.some(({ key }) => key.text !== 'include'));

/** By themselves tasks are taken to run here; a play has said where. */
const here = ({ at }: YamlNode): Step =>
  assignment(CONNECTION, literal(LOCAL, at), 'first', { ...at, end: at.start });

/** `group_vars/all/main.yml` is one of the files that make up `group_vars/all`. */
const inventoryPath = (path: string): string =>
  /^(.*?(?:group|host)_vars\/[^/]+?)(?:\/.*|\.ya?ml)$/.exec(path)?.[1] ?? path;
