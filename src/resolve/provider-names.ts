//! Names of provider configurations: which block a name means where it is used, through the modules that pass it on.
//! Source: https://developer.hashicorp.com/terraform/language/modules/develop/providers

import type { Inputs } from '../domain/call.ts';
import type { Passed } from '../domain/step.ts';
import type { Frame, ProviderSignIn, RootRun } from './world.ts';

/** What a module calls its providers: `azurerm`, and with an alias `azurerm.hub`. */
export interface ProviderScope {
  readonly outer: ProviderScope | undefined;
  readonly passed: Passed;
}

/** Something uses a provider, by its name in a scope. */
export interface ProviderUse {
  readonly name: string;
  readonly scope: ProviderScope;
  readonly args: Inputs;
}

/** Every one without an alias. */
const ANY = '*';

/** A module of elsewhere uses what it is given, or whatever it inherits. */
export const usedElsewhere = (passed: Passed): readonly string[] =>
  passed === 'defaults' ? [ANY] : [...passed.values()];

export function noteUses(names: Iterable<string>, { root, scope }: Frame): void {
  for (const name of names) root?.uses.push({ name, scope, args: new Map() });
}

export const outermostScope = (): ProviderScope => ({ outer: undefined, passed: 'defaults' });

/** Of a routine that is run: one that is passed nothing is no module, and has the names of its caller. */
export const scopeInside = (passed: Passed | undefined, { scope }: Frame): ProviderScope =>
  passed ? { outer: scope, passed } : scope;

/** The name that the caller has for it; `undefined` for one that the caller does not pass. */
export function nameOutside(name: string, passed: Passed): string | undefined {
  if (passed !== 'defaults') return passed.get(name);
  return name.includes('.') ? undefined : name;
}

/** A block that only stands for what the caller passes, as modules had them before 0.15. */
export const isStandIn = (name: string, { passed }: ProviderScope): boolean =>
  passed !== 'defaults' && passed.has(name);

export interface Used {
  readonly providers: readonly ProviderSignIn[];
  /** Those without a block, which the environment configures. */
  readonly implied: ReadonlyMap<string, Inputs>;
}

/** Terraform configures no provider that nothing uses; where no use of it is seen at all, all of its blocks count. */
export function usedProviders({ providers, uses }: RootRun): Used {
  const used = new Set<ProviderSignIn>();
  const implied = new Map<string, Inputs>();
  const seen = new Set<string>();
  for (const use of uses) {
    const found = meantBy(use, providers);
    const provider = providerOf(use.name);
    if (use.name !== ANY) seen.add(provider);
    for (const it of found) used.add(it);
    if (found.length === 0 && use.name !== ANY) implied.set(provider, use.args);
  }
  const isUsed = (it: ProviderSignIn): boolean =>
    it.configures === undefined || used.has(it) || !seen.has(it.provider);
  return { providers: providers.filter(isUsed), implied };
}

const providerOf = (name: string): string => name.split('.')[0] ?? name;

/** Of a block that was read in several ways all; of an alias that stands nowhere here, every block of the provider. */
function meantBy(
  use: ProviderUse,
  providers: readonly ProviderSignIn[],
): readonly ProviderSignIn[] {
  let { name, scope } = use;
  for (;;) {
    const here = providers.filter(
      ({ configures }) =>
        configures?.scope === scope &&
        (configures.name === name || (name === ANY && !configures.name.includes('.'))),
    );
    if (here.length > 0 && !isStandIn(name, scope)) return here;
    const { outer, passed } = scope;
    if (!outer) break;
    name = nameOutside(name, passed) ?? providerOf(name);
    scope = outer;
  }
  return name.includes('.') ? providers.filter(it => it.provider === providerOf(name)) : [];
}
