//! The block `terraform` and provider blocks: where state is kept, and who the providers act as.

import type { Entry, Expression } from '../domain/expression.ts';
import { literal } from '../domain/literal.ts';
import type { Span } from '../domain/span.ts';
import type { Step } from '../domain/step.ts';
import { argumentOf, type Block, objectOf } from './hcl-block.ts';
import { PROVIDERS } from './terraform-providers.ts';

/** The binding that holds a provider's version constraint for the other files of the folder. */
const versionName = (provider: string): string => `required-version.${provider}`;
const lockedName = (provider: string): string => `locked-version.${provider}`;
const REMOTE = 'remote-workspace';

const named = (name: string, value: string, at: Span): Entry => ({
  name,
  value: literal(value, at),
  at,
});

/** One for each provider that `required_providers` gives a version. */
export const versionBindings = (blocks: readonly Block[]): readonly Entry[] =>
  blocks
    .filter(it => it.type === 'terraform')
    .flatMap(it => it.blocks('required_providers'))
    .flatMap(it => it.arguments())
    .flatMap(({ name, value, at }) => {
      const version = versionOf(value);
      return version ? [{ name: versionName(name), value: version, at }] : [];
    });

/** `{ source = …, version = "~> 4.0" }`; before 0.13 the constraint itself. */
function versionOf(requirement: Expression): Expression | undefined {
  if (requirement.kind === 'text') return requirement;
  return requirement.kind === 'object'
    ? requirement.entries.find(it => it.name === 'version')?.value
    : undefined;
}

/** Of the lock file: the versions that `init` took. */
export const lockedBindings = (blocks: readonly Block[]): readonly Entry[] =>
  blocks.flatMap(block => {
    const name = block.labels[0]?.split('/').at(-1);
    const version = block.type === 'provider' ? argumentOf(block, 'version') : undefined;
    return name !== undefined && version
      ? [{ name: lockedName(name), value: version, at: block.at }]
      : [];
  });

/** Where the whole root runs, when that is not where the command does. */
export const remoteBindings = (blocks: readonly Block[]): readonly Entry[] =>
  blocks
    .filter(it => it.type === 'terraform')
    .flatMap(it => [
      ...it.blocks('cloud'),
      ...it.blocks('backend').filter(backend => backend.labels[0] === 'remote'),
    ])
    .map(({ at }) => named(REMOTE, 'HCP Terraform', at));

/** What this file says of a provider's version and place, else what other files of the folder may say. */
export function settledEntries(
  provider: string,
  bindings: readonly Entry[],
  at: Span,
): readonly Entry[] {
  const entry = (name: string, binding: string): Entry => {
    const value = bindings.find(it => it.name === binding)?.value;
    return { name, value: value ?? { kind: 'reference', space: 'local', name: binding, at }, at };
  };
  return [
    entry('version', versionName(provider)),
    entry('locked', lockedName(provider)),
    entry('remote', REMOTE),
  ];
}

export function backendSteps(terraform: Block): readonly Step[] {
  const backends = terraform
    .blocks('backend')
    .map(block => ({ block, backend: block.labels[0] ?? '' }));
  const clouds = terraform.blocks('cloud').map(block => ({ block, backend: 'cloud' }));
  return [...backends, ...clouds].map(({ block, backend }) => ({
    kind: 'construct',
    type: 'terraform-backend',
    args: objectOf([...block.arguments(), named('backend', backend, block.at)], block.at),
    at: block.at,
  }));
}

export function providerSteps(provider: Block, bindings: readonly Entry[]): readonly Step[] {
  const name = provider.labels[0] ?? '';
  if (!PROVIDERS.includes(name)) return [];
  const given = provider.arguments();
  const { at } = provider;
  // Before 0.13 the constraint stood in the provider's own block.
  const settled = settledEntries(name, bindings, at).filter(({ name }) =>
    given.every(it => it.name !== name),
  );
  const args = objectOf([...given, ...settled, named('provider', name, at)], at);
  return [{ kind: 'construct', type: 'terraform-provider', args, at }];
}

/** `data "terraform_remote_state"`: the state of another root, read with a backend's arguments. */
export function remoteStateSteps(data: Block): readonly Step[] {
  if (data.labels[0] !== 'terraform_remote_state') return [];
  const { at } = data;
  const backend = data.arguments().filter(it => it.name === 'backend');
  const config = argumentOf(data, 'config');
  const args: Expression =
    config === undefined || config.kind === 'object'
      ? objectOf([...(config?.entries ?? []), ...backend], at)
      : { kind: 'call', name: 'merge', args: [config, objectOf(backend, at)], at };
  return [{ kind: 'construct', type: 'terraform-remote-state', args, at }];
}
