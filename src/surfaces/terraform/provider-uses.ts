//! Which providers a file uses, and which a module is given: `azurerm`, or with an alias `azurerm.hub`.
//! Source: https://developer.hashicorp.com/terraform/language/meta-arguments/module-providers

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Passed, Step } from '../../domain/step.ts';
import { argumentOf, type Block, objectOf } from '../hcl-block.ts';
import { PROVIDERS } from '../terraform-providers.ts';
import { settledEntries } from '../terraform-settings.ts';

/** One for each provider configuration that the file uses. */
export function usingSteps(blocks: readonly Block[], bindings: readonly Entry[]): readonly Step[] {
  const uses = new Map<string, Block>();
  for (const block of blocks) {
    for (const name of namesUsedBy(block)) if (!uses.has(name)) uses.set(name, block);
  }
  return [...uses].map(([name, { at }]) => usingStep(name, bindings, at));
}

function usingStep(name: string, bindings: readonly Entry[], at: Span): Step {
  const [provider = '', alias] = name.split('.');
  const said = { provider, ...(alias === undefined ? {} : { alias }) };
  const own = Object.entries(said).map(([name, it]) => ({ name, value: literal(it, at), at }));
  const args = objectOf([...settledEntries(provider, bindings, at), ...own], at);
  return { kind: 'construct', type: 'terraform-implied-provider', args, at };
}

const USING: ReadonlySet<string> = new Set(['resource', 'data', 'ephemeral']);

function namesUsedBy(block: Block): readonly string[] {
  if (block.type === 'module') return namesOfRegistry(block);
  const provider = USING.has(block.type) ? providerOf(block.labels[0] ?? '') : undefined;
  if (provider === undefined) return [];
  const named = argumentOf(block, 'provider');
  const name = named && nameIn(named);
  return [name?.startsWith(`${provider}.`) === true ? name : provider];
}

const providerOf = (resource: string): string | undefined =>
  PROVIDERS.find(it => resource.startsWith(`${it}_`));

/** `Azure/naming/azurerm`, with the registry in front or without. */
const OF_REGISTRY = /^(?:[\w.-]+\.[\w.-]+\/)?[\w-]+\/([\w-]+)\/(\w+)$/;

/** Without names that it is given, a module of the registry uses the provider that it is named after. */
function namesOfRegistry(module: Block): readonly string[] {
  const source = argumentOf(module, 'source');
  const [, name = '', provider = ''] = OF_REGISTRY.exec((source && literalOf(source)) ?? '') ?? [];
  // This one only puts names together.
  if (name === 'naming' || passedTo(module) !== 'defaults') return [];
  return PROVIDERS.includes(provider) ? [provider] : [];
}

/** `providers = { azurerm = azurerm.hub, azurerm.spoke = azurerm }`. */
export function passedTo(module: Block): Passed {
  const given = argumentOf(module, 'providers');
  if (given?.kind !== 'object') return 'defaults';
  return new Map(
    given.entries.flatMap(({ name, value }) => {
      const outside = nameIn(value);
      return outside === undefined ? [] : [[name, outside] as const];
    }),
  );
}

/** A name of a provider stands where an expression does; in JSON, and before 0.12, as a text. */
function nameIn(expression: Expression): string | undefined {
  const text =
    literalOf(expression) ??
    (expression.kind === 'unknown' && expression.why.kind === 'not-evaluated'
      ? expression.why.text
      : '');
  return /^[a-z]\w*(?:\.[\w-]+)?/.exec(text)?.[0];
}
