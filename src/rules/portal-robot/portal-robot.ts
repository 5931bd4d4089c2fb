//! A program that drives a browser into the portal, where phase 1 asks every user for multi-factor authentication.
//! Source: https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication#applications

import type { EntryPoint, Model, ResolvedOperation, ResolvedSignIn } from '../../domain/model.ts';
import type { DraftFinding, Rule } from '../../domain/rule.ts';
import { judge, rankOf, severityOf } from '../../enforcement/judge.ts';
import { namesOf } from '../../enforcement/names.ts';
import { placeKey } from '../../enforcement/places.ts';
import { remediesFor } from '../../enforcement/remedies.ts';

export const portalRobot: Rule = {
  id: 'portal-robot',
  summary:
    'A program drives a browser into the portal, which asks for multi-factor authentication.',
  check(model) {
    const findings = new Map<string, DraftFinding>();
    for (const robot of robotsIn(model)) {
      const finding = findingOf(robot);
      const key = placeKey(finding.at);
      const before = findings.get(key);
      if (!before || rankOf(finding.verdict) < rankOf(before.verdict)) findings.set(key, finding);
    }
    return findings.values();
  },
};

/** All that one entry point does in browsers. */
interface Robot {
  readonly entryPoint: EntryPoint;
  /** Where it types a password into Microsoft's page. */
  readonly signIn: ResolvedSignIn | undefined;
  /** Where it opens a portal: before or after, since a portal sends whoever is unknown to that page. */
  readonly visits: readonly ResolvedOperation[];
}

function robotsIn(model: Model): readonly Robot[] {
  const signIns = model.signIns.filter(it =>
    it.signIn.remarks.some(({ kind }) => kind === 'typed-in-browser'),
  );
  const visits = model.operations.filter(it => it.operation.audience === 'portal');
  const entryPoints = new Map(
    [...signIns.flatMap(it => it.entryPoints), ...visits.map(it => it.entryPoint)].map(
      it => [it.id, it] as const,
    ),
  );
  return [...entryPoints.values()].map(entryPoint => ({
    entryPoint,
    signIn: signIns.find(it => it.entryPoints.some(({ id }) => id === entryPoint.id)),
    visits: visits.filter(it => it.entryPoint.id === entryPoint.id),
  }));
}

function findingOf({ entryPoint, signIn, visits }: Robot): DraftFinding {
  const [visit] = visits;
  const { reach } = entryPoint;
  const verdict = judge({
    identity: signIn ? 'user-password' : 'user-cached',
    effect: 'read',
    audience: visit ? 'portal' : 'other',
    cloud: 'public',
    reach,
  });
  const at = signIn?.signIn.at ?? visit?.operation.at ?? entryPoint.at;
  const opened = visits.map(({ operation }) => ({
    at: operation.at,
    message: `opens \`${operation.tool}\``,
  }));
  return {
    severity: severityOf(verdict, reach),
    verdict,
    message: messageOf(namesOf([entryPoint], at.path), visit?.operation.tool, {
      hasPassword: signIn !== undefined,
      isWatched: reach === 'manual',
    }),
    at,
    because: [...(signIn?.chain ?? visit?.chain ?? []), ...opened],
    confidence: signIn?.confidence ?? 'likely',
    fixes: remediesFor(reach),
  };
}

interface Circumstances {
  readonly hasPassword: boolean;
  /** A person starts it, and may see the window. */
  readonly isWatched: boolean;
}

function messageOf(
  who: string,
  host: string | undefined,
  { hasPassword, isWatched }: Circumstances,
): string {
  const robot = 'in a browser that a program drives';
  if (host === undefined) {
    return `${who} types a user's password into Microsoft's sign-in page ${robot}; mandatory multi-factor authentication does not cover this service, but Conditional Access may ask for it`;
  }
  const deed = hasPassword
    ? `signs in to \`${host}\` as a user with a password`
    : `opens \`${host}\``;
  const end = isWatched ? '' : ', and nobody is there to pass it';
  return `${who} ${deed} ${robot}; every sign-in there asks for multi-factor authentication, whatever is done${end}`;
}
