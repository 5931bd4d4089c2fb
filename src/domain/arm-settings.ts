//! The settings of an app, container or script: an object, or a list of names with values.

import { type Bindings, follow, itemsOf, partOf } from './arm-body.ts';
import type { Entry, Expression } from './expression.ts';
import { literalOf, unknownExpression } from './literal.ts';

export interface Settings {
  readonly entries: readonly Entry[];
  /** All of them, as an object; of lists that are not spelled out too, by the function `named-values`. */
  readonly args: Expression;
}

/** `secrets` are the values that settings may name by `secretRef`. `undefined` when there are none. */
export function settingsOf(
  settings: Expression,
  secrets: Expression | undefined,
  bindings: Bindings,
): Settings | undefined {
  const { at } = settings;
  const { entries, others } = partsOf(settings, secrets, bindings);
  if (entries.length === 0 && others.length === 0) return undefined;
  const object: Expression = { kind: 'object', entries, at };
  if (others.length === 0) return { entries, args: object };
  const named = others.map(
    (it): Expression => ({ kind: 'call', name: 'named-values', args: [it], at: it.at }),
  );
  return { entries, args: { kind: 'call', name: 'merge', args: [object, ...named], at } };
}

function partsOf(
  settings: Expression,
  secrets: Expression | undefined,
  bindings: Bindings,
): { entries: readonly Entry[]; others: readonly Expression[] } {
  const body = follow(settings, bindings);
  if (body.kind === 'object') return { entries: body.entries, others: [] };
  const { known, lists } = itemsOf(body, bindings);
  const entries: Entry[] = [];
  const others: Expression[] = [];
  for (const item of known) {
    const pair = follow(item, bindings);
    const entry = entryOf(pair, secrets, bindings);
    if (entry) entries.push(entry);
    else if (pair.kind !== 'unknown') others.push({ kind: 'list', items: [pair], at: pair.at });
  }
  for (const list of lists) {
    // Objects merged to one, and what only the caller knows.
    if (list.kind === 'object') entries.push(...list.entries);
    else if (list.kind !== 'unknown') others.push(list);
  }
  return { entries, others };
}

function entryOf(
  pair: Expression,
  secrets: Expression | undefined,
  bindings: Bindings,
): Entry | undefined {
  const given = pair.kind === 'object' ? partOf(pair, 'name', bindings) : undefined;
  const name = given && literalOf(follow(given, bindings));
  if (name === undefined) return undefined;
  const value =
    partOf(pair, 'value', bindings) ??
    partOf(pair, 'secureValue', bindings) ??
    secretValue(pair, secrets, bindings);
  return value && { name, value, at: pair.at };
}

function secretValue(
  pair: Expression,
  secrets: Expression | undefined,
  bindings: Bindings,
): Expression | undefined {
  const reference =
    partOf(pair, 'secretRef', bindings) ?? partOf(pair, 'secureValueReference', bindings);
  const name = reference && literalOf(follow(reference, bindings));
  if (!reference) return undefined;
  const secret = secrets
    ? itemsOf(secrets, bindings).known.find(it => {
        const itsName = partOf(it, 'name', bindings);
        return itsName !== undefined && name !== undefined && literalOf(itsName) === name;
      })
    : undefined;
  const value = secret && partOf(secret, 'value', bindings);
  return (
    value ?? unknownExpression({ kind: 'held-by-platform', name: name ?? 'a secret' }, reference.at)
  );
}
