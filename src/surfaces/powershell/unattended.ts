//! Scripts that run nowhere but where nobody is: runbooks of Azure Automation, functions of an app.
//! Sources: https://learn.microsoft.com/azure/automation/shared-resources/credentials,
//! https://learn.microsoft.com/azure/azure-functions/functions-reference-powershell

import { literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';

/** What runs the script; `undefined` when a person may as well. */
export function platformOf(path: string, steps: readonly Step[]): string | undefined {
  const name = /([^/]+)\.ps1$/i.exec(path)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const isFunction = name === 'run' && steps.some(it => takes(it, 'timer', 'triggermetadata'));
  if (isFunction) return 'Azure Functions';
  const isRunbook = steps.some(it => takes(it, 'webhookdata')) || usesAssets(steps, name);
  return isRunbook ? 'Azure Automation' : undefined;
}

/** Whether it binds one of these parameters, which only the host gives. */
const takes = (step: Step, ...names: readonly string[]): boolean =>
  step.kind === 'assign' &&
  step.value.kind === 'call' &&
  step.value.name === 'bound-argument' &&
  names.includes(step.name.replace(/^\$/, '').toLowerCase());

/** Only Azure Automation has these cmdlets. */
const ASSET = /^get-automation(?:pscredential|connection|certificate|variable)$/i;

/** On every way through it; of functions only the workflow that a runbook is, called as its file. */
const usesAssets = (steps: readonly Step[], name: string): boolean =>
  steps.some(it => isAssetCommand(it) || usesAssets(certainSteps(it, name), name));

const isAssetCommand = (step: Step): boolean =>
  step.kind === 'command' && ASSET.test((step.words[0] && literalOf(step.words[0])) ?? '');

function certainSteps(step: Step, name: string): readonly Step[] {
  if (step.kind === 'define') return step.name === name ? step.body : [];
  return step.kind === 'scope' || step.kind === 'loop' ? step.body : [];
}
