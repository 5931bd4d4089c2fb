//! A `task:` step: a component by its name, and the scripts that its inputs hold.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/*/task.json`

import type { Entry, Expression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import { argumentWords } from '../../domain/script-arguments.ts';
import type { Span } from '../../domain/span.ts';
import type { ComponentStep, Step } from '../../domain/step.ts';
import {
  childOf,
  isEmpty,
  scalarOf,
  type YamlMapping,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import { mappingAt, type Reading } from './reading.ts';
import { scriptSteps } from './scripts.ts';
import type { Agent } from './steps.ts';
import { TERRAFORM_CONNECTIONS } from './terraform-tasks.ts';
import { namedValues, nodeValue } from './values.ts';

export function taskSteps(
  task: YamlScalar,
  step: YamlMapping,
  agent: Agent,
  reading: Reading,
): readonly Step[] {
  const { at } = task.region;
  const given = childOf(step, 'inputs');
  const inputs = mappingAt(given, '`inputs`', reading);
  const component = componentOf(task.text.trim(), namedValues(given, reading), at);
  const script = SCRIPTS.get(component.name);
  const body = script
    ? scriptOf(script, { component, inputs, agent, reading })
    : commandOf(component);
  const steps = [component, ...body];
  const connection = connectionOf(component);
  const environment = connection === undefined ? [] : variablesOf(component, connection);
  // The Azure CLI and PowerShell of these have a folder of their own for who is signed in.
  const ends = connection && ISOLATED.has(component.name) ? 'machine' : 'process';
  if (ends === 'process' && environment.length === 0) return steps;
  return [{ kind: 'scope', ends, environment, body: steps, at: step.at }];
}

/** `Name@2`; tasks of extensions may have their publisher's names in front. */
function componentOf(spelled: string, inputs: readonly Entry[], at: Span): ComponentStep {
  const [whole = '', version = ''] = spelled.split('@');
  const name = whole.slice(whole.lastIndexOf('.') + 1).toLowerCase();
  return { kind: 'component', name, version, inputs, at };
}

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

interface Given {
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

const ISOLATED: ReadonlySet<string> = new Set(['azurecli', 'azurepowershell']);

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

function scriptOf(script: ScriptInputs, given: Given): readonly Step[] {
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

const inputValue = (component: ComponentStep, name: string): Expression | undefined =>
  component.inputs.find(it => it.name.toLowerCase() === name)?.value;

function connectionOf(component: ComponentStep): Expression | undefined {
  const names = TERRAFORM_CONNECTIONS.get(component.name) ?? [
    'connectedservicenamearm',
    'azuresubscription',
    'azureclassicsubscription',
    'connectedservicename',
  ];
  for (const name of names) {
    const value = inputValue(component, name);
    if (value) return value;
  }
  return undefined;
}

/** What a task puts into the environment of what it runs, which the connection holds. */
function variablesOf(component: ComponentStep, { at }: Expression): readonly Entry[] {
  const isTerraform = TERRAFORM_CONNECTIONS.has(component.name);
  const names = isTerraform
    ? ['ARM_CLIENT_ID', 'ARM_CLIENT_SECRET', 'ARM_TENANT_ID', 'ARM_SUBSCRIPTION_ID']
    : inputValue(component, 'addspntoenvironment')
      ? ['servicePrincipalId', 'servicePrincipalKey', 'idToken', 'tenantId']
      : [];
  return names.map(name => {
    const why = { kind: 'held-by-platform' as const, name: `service connection: ${name}` };
    return { name, value: unknownExpression(why, at), at };
  });
}
