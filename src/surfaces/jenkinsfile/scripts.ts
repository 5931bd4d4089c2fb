//! Steps that run a script: `sh`, `bat`, `powershell`, `pwsh`, and the Azure CLI's own.
//! Source: https://www.jenkins.io/doc/pipeline/steps/workflow-durable-task-step/

import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import {
  argumentNamed,
  type GroovyCall,
  type GroovyExpression,
} from '../../languages/groovy/tree.ts';
import type { Reading } from './reading.ts';
import { expressionOf } from './values.ts';

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['sh', 'bash'],
  ['bat', 'batch'],
  ['powershell', 'powershell'],
  ['pwsh', 'powershell'],
]);

/** `undefined` when the call is none of them. */
export function scriptSteps(call: GroovyCall, reading: Reading): readonly Step[] | undefined {
  const language = LANGUAGES.get(call.name);
  if (language === undefined || !isStepOf(call.target)) return undefined;
  const script = argumentNamed(call.args, 'script') ?? plainArgument(call);
  return script ? [shellStep(language, expressionOf(script, reading), script, reading)] : [];
}

/** `steps.sh`, `script.sh`: how classes of a library reach the steps of the pipeline they are given. */
const isStepOf = (target: GroovyExpression | undefined): boolean =>
  !target ||
  (target.kind === 'name' &&
    /^(?:this|steps?|scripts?|pipeline|context|ctx|jenkins|dsl)$/i.test(target.path.at(-1) ?? ''));

const plainArgument = ({ args }: GroovyCall): GroovyExpression | undefined =>
  args.find(it => it.name === undefined && it.value.kind !== 'closure')?.value;

/** A shell of its own for each: its folder and its variables end with it. */
function shellStep(
  language: string,
  source: Expression,
  script: GroovyExpression,
  reading: Reading,
): Step {
  const { at } = script;
  return {
    kind: 'scope',
    ends: 'process',
    environment: [],
    ...(reading.stage === undefined ? {} : { title: reading.stage }),
    body: [{ kind: 'script', language, source, at }],
    at,
  };
}

/** `azureCLI commands: [[script: 'az …'], …], principalCredentialId: 'id'`: it signs in, and stays so. */
export function azureCliSteps(call: GroovyCall, reading: Reading): readonly Step[] {
  const id = argumentNamed(call.args, 'principalCredentialId');
  const inputs = id
    ? [{ name: 'principalCredentialId', value: expressionOf(id, reading), at: id.at }]
    : [];
  const commands = argumentNamed(call.args, 'commands');
  const rows = commands?.kind === 'list' ? commands.items : [];
  const scripts = rows.flatMap(row =>
    row.kind === 'map' ? (argumentNamed(row.entries, 'script') ?? []) : [],
  );
  return [
    { kind: 'component', name: 'jenkins/azurecli', version: '', inputs, at: call.nameAt },
    ...scripts.map(it => shellStep('bash', expressionOf(it, reading), it, reading)),
  ];
}
