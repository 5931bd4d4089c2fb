//! Tasks that run a script, a file or text, and where they keep it.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/*/task.json`

import type { Expression } from '../../domain/expression.ts';
import { argumentWords } from '../../domain/script-arguments.ts';
import type { ComponentStep, Step } from '../../domain/step.ts';
import { isEmpty, scalarOf, type YamlMapping, type YamlScalar } from '../../languages/yaml/tree.ts';
import type { Reading } from './reading.ts';
import { scriptSteps } from './scripts.ts';
import type { Agent } from './steps.ts';
import { nodeValue } from './values.ts';

/** Where a task keeps its script, names in lower case. */
interface ScriptInputs {
  readonly language: (given: Given) => string;
  /** Text. */
  readonly inline?: readonly string[];
  /** A path. */
  readonly file: readonly string[];
  readonly arguments: readonly string[];
  /** Says which of the two counts. */
  readonly which: string;
}

export interface Given {
  readonly component: ComponentStep;
  readonly inputs: YamlMapping | undefined;
  readonly agent: Agent;
  readonly reading: Reading;
}

const POWERSHELL: ScriptInputs = {
  language: () => 'powershell',
  inline: ['script', 'inlinescript', 'inline'],
  file: ['filepath', 'scriptname', 'scriptpath'],
  arguments: ['arguments', 'scriptarguments'],
  which: 'targettype',
};

const SHELL: ScriptInputs = { ...POWERSHELL, language: () => 'bash' };

const SCRIPTS: ReadonlyMap<string, ScriptInputs> = new Map([
  ['bash', SHELL],
  ['shellscript', { ...SHELL, inline: [], arguments: ['args'] }],
  ['powershell', POWERSHELL],
  ['cmdline', { ...SHELL, language: byAgent, file: [] }],
  ['batchscript', { ...SHELL, language: () => 'batch', inline: [], file: ['filename'] }],
  [
    'azurecli',
    {
      ...SHELL,
      language: azureCliLanguage,
      arguments: ['arguments', 'scriptarguments', 'args'],
      which: 'scriptlocation',
    },
  ],
  ['azurepowershell', { ...POWERSHELL, which: 'scripttype' }],
]);

function byAgent({ agent }: Given): string {
  return agent.isWindows ? 'batch' : 'bash';
}

/** Version 1 runs what its agent runs; the others must say. */
function azureCliLanguage(given: Given): string {
  const type = inputNode(given, ['scripttype'])?.text.trim().toLowerCase();
  switch (type) {
    case 'ps':
    case 'pscore':
      return 'powershell';
    case 'batch':
      return 'batch';
    case 'bash':
      return 'bash';
    default:
      return byAgent(given);
  }
}

/** What a task runs besides what it is known for. */
export function scriptOf(given: Given): readonly Step[] {
  const script = SCRIPTS.get(given.component.name);
  if (!script) return commandOf(given.component);
  const which = inputNode(given, [script.which])?.text.toLowerCase() ?? '';
  const file = inputNode(given, script.file);
  const inline = inputNode(given, script.inline ?? []);
  const language = script.language(given);
  if (inline && (which.startsWith('inline') || !file)) {
    return scriptSteps(inline, language, given.reading);
  }
  if (!file) return commandOf(given.component);
  const args = inputNode(given, script.arguments);
  return [
    {
      kind: 'run',
      routine: 'script',
      path: nodeValue(file, given.reading),
      inputs: [],
      arguments: args ? argumentWords(nodeValue(args, given.reading)) : [],
      sharesProcess: false,
      at: file.region.at,
    },
  ];
}

function inputNode({ inputs }: Given, names: readonly string[]): YamlScalar | undefined {
  for (const { key, value } of inputs?.entries ?? []) {
    const scalar = scalarOf(value);
    if (names.includes(key.text.toLowerCase()) && scalar && !isEmpty(scalar)) return scalar;
  }
  return undefined;
}

/** Version 1 of `CmdLine` names a program and its arguments. */
function commandOf(component: ComponentStep): readonly Step[] {
  if (component.name !== 'cmdline') return [];
  const program = inputValue(component, 'filename');
  if (!program) return [];
  const line = inputValue(component, 'arguments');
  const words = [program, ...(line ? argumentWords(line) : [])];
  return [{ kind: 'command', words, environment: [], at: component.at }];
}

export const inputValue = (component: ComponentStep, name: string): Expression | undefined =>
  component.inputs.find(it => it.name.toLowerCase() === name)?.value;
