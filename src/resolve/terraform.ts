//! What Terraform's declarations come to under the way their root is run.

import { type ConstructCall, type Inputs, inputOf } from '../domain/call.ts';
import type { ConstructStep } from '../domain/step.ts';
import { textOf } from '../domain/value.ts';
import { INIT, withBackendConfig } from './backend-config.ts';
import { isStandIn } from './provider-names.ts';
import type { Frame } from './world.ts';

const TERRAGRUNT = 'terragrunt-file';
const PROVIDER = 'terraform-provider';
const BACKEND = 'terraform-backend';

/** With the arguments that the way it is run gives; `undefined` when it does not count under that way. */
export function constructCall(
  step: ConstructStep,
  args: Inputs,
  frame: Frame,
): ConstructCall | undefined {
  const call: ConstructCall = { kind: 'construct', type: step.type, args, at: step.at };
  if (step.type.endsWith('-implied-provider')) {
    const name = configurationName(args, 'provider');
    if (name !== undefined) frame.root?.uses.push({ name, args, scope: frame.scope });
    return undefined;
  }
  if (!step.type.startsWith('terraform-')) return call;
  if (step.type === PROVIDER && isStandIn(configurationName(args, 'provider') ?? '', frame.scope)) {
    return undefined;
  }
  if (step.type === BACKEND) {
    return isBackendUsed(args, frame)
      ? { ...call, args: withBackendConfig(args, frame) }
      : undefined;
  }
  return frame.action === INIT ? undefined : call;
}

/** Of the argument that names a provider or its like, with the alias: `azurerm.hub`. */
export function configurationName(args: Inputs, argument: string): string | undefined {
  const named = textOf(inputOf(args, argument));
  const alias = textOf(inputOf(args, 'alias'));
  return named === undefined || alias === undefined || alias === '' ? named : `${named}.${alias}`;
}

/** Terragrunt initialises what it runs by itself, and completes the block that its module leaves empty. */
function isBackendUsed(args: Inputs, frame: Frame): boolean {
  const running = [...frame.running].map(it => it.slice(0, it.indexOf(':')));
  if (running.at(-1) === TERRAGRUNT) return true;
  if (running.includes(TERRAGRUNT) && !args.has('storage_account_name')) return false;
  return frame.home === frame.rootFolder && (frame.action === INIT || frame.action === '');
}
