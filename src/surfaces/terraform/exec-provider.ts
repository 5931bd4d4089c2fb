//! Providers of Kubernetes that run a program for their token: `kubelogin`, `az`.
//! Source: https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs#exec-plugins

import { programSteps } from '../../domain/argument-vector.ts';
import type { Entry } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import { argumentOf, type Block, entriesOf } from '../hcl-block.ts';

const PROVIDERS: ReadonlySet<string> = new Set([
  'kubernetes',
  'helm',
  'kubectl',
  'kubernetes-alpha',
]);

/** `exec` stands in the block itself, in that of `kubernetes` of helm 2, in its argument since helm 3. */
export function execSteps(provider: Block): readonly Step[] {
  if (!PROVIDERS.has(provider.labels[0] ?? '')) return [];
  const blocks = [provider, ...provider.blocks('kubernetes')];
  const inArgument = entriesOf(argumentOf(provider, 'kubernetes')).filter(it => it.name === 'exec');
  return [
    ...blocks.flatMap(it => it.blocks('exec')).flatMap(it => execStep(it.arguments(), it)),
    ...inArgument.flatMap(it => execStep(entriesOf(it.value), it)),
  ];
}

/** It runs whenever the provider has something to ask. */
function execStep(entries: readonly Entry[], { at }: Pick<Block, 'at'>): readonly Step[] {
  const value = (name: string) => entries.find(it => it.name === name)?.value;
  const command = value('command');
  const args = value('args');
  if (!command) return [];
  return [
    {
      kind: 'scope',
      ends: 'process',
      onlyUnder: ['plan', 'apply', 'destroy', 'import'],
      environment: entriesOf(value('env')),
      title: 'program for a token',
      body: programSteps([command, ...(args?.kind === 'list' ? args.items : [])], at),
      at,
    },
  ];
}
