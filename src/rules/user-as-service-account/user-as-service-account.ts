//! A user that code makes for automation: it gets a role in Azure, or its password goes where pipelines find it.
//! Source: https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication#accounts

import type { Handle, UserMade } from '../../domain/directory.ts';
import type { Model, ResolvedChange } from '../../domain/model.ts';
import type { DraftFinding, Rule } from '../../domain/rule.ts';
import type { Link } from '../../domain/span.ts';
import { REFUSED } from '../../enforcement/consequence.ts';
import { placeKey } from '../../enforcement/places.ts';
import { remedy } from '../../enforcement/remedies.ts';

export const userAsServiceAccount: Rule = {
  id: 'user-as-service-account',
  summary: 'Code makes a user for automation: with a role in Azure, or a password for pipelines.',
  check(model) {
    const findings = new Map<string, DraftFinding>();
    for (const resolved of model.directory) {
      const { change } = resolved;
      const key = placeKey(change.at);
      const finding = change.kind === 'user' ? findingOf(change, resolved, model) : undefined;
      // Of several ways to read one place the worse one counts.
      if (finding && findings.get(key)?.severity !== 'warning') findings.set(key, finding);
    }
    return findings.values();
  },
};

function findingOf(
  user: UserMade,
  { chain }: ResolvedChange,
  model: Model,
): DraftFinding | undefined {
  const secrets = linksOf('secret', user.passwords, model);
  const roles = linksOf('role', user.ids, model);
  const [secret] = secrets;
  const [role] = roles;
  const deciding = secret ?? role;
  if (!deciding) return undefined;
  const who = `${user.title} makes ${user.isGuest ? 'a guest' : 'a user'}`;
  const message = secret
    ? `${who} whose password ${secret.title} keeps for pipelines; in a run that signs in with it, the first change to Azure ${REFUSED}`
    : `${who} that ${deciding.title} gives a role in Azure; where automation signs in as it, the first change to Azure ${REFUSED}`;
  return {
    severity: secret ? 'warning' : 'notice',
    verdict: 'at-risk',
    message,
    at: user.at,
    because: [...chain, ...[...secrets, ...roles].map(it => it.link)],
    confidence: secret ? 'likely' : 'possible',
    fixes: [remedy('Give the role to a workload identity with a federated credential instead')],
  };
}

interface Given {
  readonly title: string;
  readonly link: Link;
}

/** What is given to whom any of these handles names; each place once. */
function linksOf(
  kind: 'role' | 'secret',
  handles: readonly Handle[],
  model: Model,
): readonly Given[] {
  const found = new Map<string, Given>();
  for (const { change } of model.directory) {
    if (change.kind !== kind) continue;
    const given = change.kind === 'role' ? change.to : change.value;
    if (!given.some(it => handles.includes(it))) continue;
    const { at, title } = change;
    const message =
      kind === 'role' ? 'gives it a role in Azure' : 'keeps its password for pipelines';
    found.set(placeKey(at), { title, link: { at, message } });
  }
  return [...found.values()];
}
