//! `ansible-playbook`: the playbooks that it runs, and the variables it gives them.
//! Source: https://docs.ansible.com/ansible/latest/cli/ansible-playbook.html

import { actionInput } from '../../domain/action-input.ts';
import { type Call, type CommandCall, type ComponentCall, wordValue } from '../../domain/call.ts';
import { type CommandLine, parseCommandLine } from '../../domain/command-line.ts';
import {
  type Effects,
  NO_EFFECTS,
  type OperationReader,
  type Runs,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { isMissing, known, textOf, type Value } from '../../domain/value.ts';
import { extraVariables } from './extra-variables.ts';
import { OPTIONS } from './options.ts';

export const ansiblePlaybook: OperationReader = {
  id: 'ansible-playbook',
  title: '`ansible-playbook`',
  programs: ['ansible-playbook', 'ansible-navigator'],
  read(call) {
    if (call.kind === 'command') return readCommand(call);
    return call.kind === 'component' ? readComponent(call) : undefined;
  },
};

function readCommand(call: CommandCall): Effects | undefined {
  const program = programName(call);
  const words = call.words.slice(1);
  if (program === 'ansible-navigator') {
    const [first, ...rest] = words;
    return textOf(wordValue(first)) === 'run' ? playbooks(call, rest) : undefined;
  }
  return program === 'ansible-playbook' ? playbooks(call, words) : undefined;
}

/** These only look at the playbook. */
const LOOKS = ['syntax-check', 'list-tasks', 'list-hosts', 'list-tags', 'help', 'version'];

function playbooks(_call: CommandCall, words: CommandCall['words']): Effects {
  const line = parseCommandLine(words, OPTIONS);
  if (LOOKS.some(it => line.options.has(it))) return NO_EFFECTS;
  const environment = new Map([...extraVariables(words), ...connectionOf(line)]);
  const runs = line.positionals.map(it => playbook(wordValue(it), environment));
  return { ...NO_EFFECTS, runs };
}

const playbook = (path: Value<string>, environment: ReadonlyMap<string, Value<string>>): Runs => ({
  kind: 'routine',
  type: 'ansible-playbook',
  path,
  inputs: new Map(),
  valueFiles: [],
  environment,
  action: 'run',
});

/** `-c local`, and an inventory of nothing but this machine: `-i localhost,`. */
function connectionOf(line: CommandLine): readonly (readonly [string, Value<string>])[] {
  const given = line.options.get('connection');
  const inventory = line.options.get('inventory');
  const isHere = /^(?:localhost|127\.0\.0\.1),?$/.test(
    (inventory && textOf(inventory.value)) ?? '',
  );
  if (given) return [['{{ ansible_connection }}', given.value]];
  return inventory && isHere ? [['{{ ansible_connection }}', known('local', inventory.at)]] : [];
}

/** Tasks and actions, and their inputs for the playbook and the folder it runs in. */
const COMPONENTS: ReadonlyMap<string, readonly [playbook: string, folder: string]> = new Map([
  ['ansible', ['playbookPathOnAgentMachine', 'none']],
  ['dawidd6/action-ansible-playbook', ['playbook', 'directory']],
  ['arillso/action.playbook', ['playbook', 'none']],
]);

function readComponent(call: ComponentCall & Call): Effects | undefined {
  const inputs = COMPONENTS.get(call.name);
  if (!inputs) return undefined;
  const [name, folderName] = inputs;
  const path = actionInput(call, name);
  const folder = textOf(actionInput(call, folderName))?.replace(/\/+$/, '');
  if (isMissing(path) || path.kind !== 'known') return NO_EFFECTS;
  const whole = folder ? { ...path, value: `${folder}/${path.value}` } : path;
  return { ...NO_EFFECTS, runs: [playbook(whole, new Map())] };
}
