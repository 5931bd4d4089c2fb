//! A provider or backend of Terraform skips credentials that lack a part, and takes whoever is signed in.

import type { Model, ResolvedOperation, ResolvedSignIn } from '../../domain/model.ts';
import type { DraftFinding, Rule } from '../../domain/rule.ts';
import { isUser, isWorkload, type Remark } from '../../domain/sign-in.ts';
import { severityOf } from '../../enforcement/judge.ts';
import { codeList, signInAt } from '../../enforcement/names.ts';
import { remedy } from '../../enforcement/remedies.ts';

export const incompleteProviderCredentials: Rule = {
  id: 'incomplete-provider-credentials',
  summary:
    'Credentials of a Terraform provider that lack a part, so that it falls back to the Azure CLI.',
  check(model) {
    const operations = operationsThrough(model);
    return model.signIns.flatMap(resolved => {
      const remark = incompleteIn(resolved);
      if (!remark) return [];
      const own = operations.get(resolved) ?? [];
      const open = resolved.entryPoints.filter(
        ({ id, reach }) =>
          reach !== 'manual' && !isSettledElsewhere(own.filter(it => it.entryPoint.id === id)),
      );
      return open.length === 0 ? [] : [findingOf({ ...resolved, entryPoints: open }, remark, own)];
    });
  },
};

type Incomplete = Remark & { readonly kind: 'incomplete' };

function incompleteIn({ signIn }: ResolvedSignIn): Incomplete | undefined {
  // `none`: the fallback is off, and the run stops instead.
  if (!signIn.form.startsWith('terraform-') || signIn.identity !== 'ambient') return undefined;
  const remark = signIn.remarks.find(it => it.kind === 'incomplete');
  return remark?.kind === 'incomplete' ? remark : undefined;
}

/** By the provider: an actor names the very sign-in of the model. */
function operationsThrough(
  model: Model,
): ReadonlyMap<ResolvedSignIn, readonly ResolvedOperation[]> {
  const operations = new Map<ResolvedSignIn, ResolvedOperation[]>();
  for (const operation of model.operations) {
    for (const { through } of operation.actors) {
      if (!through) continue;
      const list = operations.get(through);
      if (list) list.push(operation);
      else operations.set(through, [operation]);
    }
  }
  return operations;
}

/**
 * A workload's session steps in everywhere, or a person's does, whose sign-in is a finding of its own;
 * or the rest may be set where nobody here can see it.
 */
function isSettledElsewhere(operations: readonly ResolvedOperation[]): boolean {
  if (operations.some(it => it.isOpen)) return true;
  const actors = operations.flatMap(it => it.actors);
  const isSettled = actors.every(
    it => isWorkload(it.identity) || (isUser(it.identity) && it.signIn !== undefined),
  );
  return actors.length > 0 && isSettled;
}

/** Of the entry points where nothing steps in. */
function findingOf(
  resolved: ResolvedSignIn,
  { method, missing }: Incomplete,
  operations: readonly ResolvedOperation[],
): DraftFinding {
  const { signIn, reach, confidence, chain, entryPoints } = resolved;
  const ids = new Set(entryPoints.map(it => it.id));
  const unsettled = operations.filter(it => ids.has(it.entryPoint.id));
  const verb = missing.length === 1 ? 'is' : 'are';
  const names = codeList(missing);
  return {
    severity: severityOf('at-risk', reach),
    verdict: 'at-risk',
    message: `${signInAt(resolved)} skips its ${method} in silence because ${names} ${verb} missing, and acts as whoever is signed in to the Azure CLI`,
    at: signIn.at,
    because: [
      ...chain,
      ...unsettled.slice(0, 3).map(({ operation }) => ({
        at: operation.at,
        message: `\`${operation.tool}\` acts as whoever is signed in`,
      })),
    ],
    confidence,
    fixes: [
      remedy(`Add ${names}`),
      remedy('Set `use_cli = false`, so that a run without credentials stops'),
    ],
  };
}
