//! Terraform changes Azure as whoever happens to be signed in, where nothing in the repository signs in.

import type { Severity, Verdict } from '../../domain/finding.ts';
import type {
  Actor,
  Confidence,
  EntryPoint,
  Model,
  ResolvedOperation,
} from '../../domain/model.ts';
import type { DraftFinding, Rule } from '../../domain/rule.ts';
import { isUser, type Remark, type SignIn } from '../../domain/sign-in.ts';
import type { Link } from '../../domain/span.ts';
import { REFUSED } from '../../enforcement/consequence.ts';
import { rankOf, severityOf } from '../../enforcement/judge.ts';
import { namesOf } from '../../enforcement/names.ts';
import { placeKey } from '../../enforcement/places.ts';
import { remedy } from '../../enforcement/remedies.ts';
import { runnerKind } from '../../enforcement/runners.ts';
import { CLOUDS } from '../../enforcement/scope.ts';

export const ambientTerraform: Rule = {
  id: 'ambient-terraform',
  summary: 'Terraform in a pipeline that runs as whoever is signed in already.',
  check: model => findingsOf(candidatesOf(model), model),
};

/** One way that an operation of Terraform goes wrong. */
interface Candidate {
  readonly resolved: ResolvedOperation;
  readonly provider: SignIn | undefined;
  readonly verdict: Verdict;
  readonly confidence: Confidence;
  /** What becomes of the run. */
  readonly consequence: string;
}

function candidatesOf(model: Model): readonly Candidate[] {
  return model.operations.flatMap(resolved => {
    const { operation, entryPoint, actors } = resolved;
    const isTerraform = operation.sessions.includes('terraform') && operation.audience === 'arm';
    if (!isTerraform || operation.effect === 'read' || entryPoint.reach === 'manual') return [];
    return byProvider(actors).flatMap(group => {
      const candidates = group.flatMap(actor => candidateOf(resolved, actor) ?? []);
      // Somebody may have signed in on one way here: that is not nothing.
      return candidates.length === group.length ? candidates.slice(0, 1) : [];
    });
  });
}

/** Each provider block of a root signs in for itself. */
function byProvider(actors: readonly Actor[]): readonly (readonly Actor[])[] {
  const groups = new Map<string, Actor[]>();
  for (const actor of actors) {
    const provider = actor.through ?? actor.signIn;
    const key = provider ? placeKey(provider.signIn.at) : '';
    const before = groups.get(key);
    if (before) before.push(actor);
    else groups.set(key, [actor]);
  }
  return [...groups.values()];
}

function candidateOf(resolved: ResolvedOperation, actor: Actor): Candidate | undefined {
  const provider = actor.through?.signIn;
  // An incomplete set of credentials has a rule of its own.
  if (provider?.remarks.some(it => it.kind === 'incomplete')) return undefined;
  if (provider && CLOUDS[provider.cloud].isEnforced === false) return undefined;
  const { tool } = resolved.operation;
  const common = { resolved, provider };
  if (isUser(actor.identity)) {
    // A person who signs in in the repository is found where that happens.
    if (actor.identity !== 'user-cached') return undefined;
    const consequence = `\`${tool}\` ${REFUSED} once the kept session has none`;
    return { ...common, verdict: 'at-risk', confidence: actor.confidence, consequence };
  }
  if (actor.identity !== 'ambient' || actor.signIn) return undefined;
  const kind = runnerKind(resolved.entryPoint);
  const reason = provider?.remarks.find(isUsersOnly)?.reason;
  if (resolved.isOpen) {
    // Most likely the platform keeps variables that say more: two doubts make no notice.
    if (kind !== 'self-hosted' && reason === undefined) return undefined;
    const consequence = `${reason ? `${reason}, ` : ''}unless variables that are not in this repository name a workload`;
    return { ...common, verdict: 'undecided', confidence: 'possible', consequence };
  }
  // On a hosted runner nobody is signed in, which no version takes for a user.
  if (reason !== undefined && kind !== 'hosted') {
    const consequence = `${reason}, so \`${tool}\` ${REFUSED}`;
    return { ...common, verdict: 'breaks', confidence: 'likely', consequence };
  }
  const judged = judgeRunner(resolved.entryPoint, tool);
  // `terraform test` mostly runs against mocks: two doubts make no notice.
  const isDoubtful = judged.verdict === 'undecided' && resolved.operation.effect === 'unknown';
  return isDoubtful ? undefined : { ...common, ...judged };
}

const isUsersOnly = (remark: Remark): remark is Remark & { readonly kind: 'users-only' } =>
  remark.kind === 'users-only';

function judgeRunner(
  entryPoint: EntryPoint,
  tool: string,
): Pick<Candidate, 'verdict' | 'confidence' | 'consequence'> {
  switch (runnerKind(entryPoint)) {
    case 'self-hosted':
      return {
        verdict: 'at-risk',
        confidence: 'likely',
        consequence: `if that is a person, \`${tool}\` ${REFUSED}`,
      };
    case 'hosted':
      return {
        verdict: 'undecided',
        confidence: 'possible',
        consequence:
          'on a hosted runner that is nobody, unless something that is not in this repository signs in',
      };
    case 'unknown':
      return {
        verdict: 'undecided',
        confidence: 'possible',
        consequence: 'who that is depends on the runner and on what is not in this repository',
      };
  }
}

/** One for each root in each entry point: the worst, and of those the first. Several that end in one place are one. */
function findingsOf(candidates: readonly Candidate[], model: Model): readonly DraftFinding[] {
  const worst = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { resolved, provider } = candidate;
    const key = `${resolved.entryPoint.id} ${provider?.at.path} ${provider?.at.start}`;
    const before = worst.get(key);
    if (!before || rankOf(candidate.verdict) < rankOf(before.verdict)) worst.set(key, candidate);
  }
  const byPlace = new Map<string, Candidate[]>();
  for (const candidate of worst.values()) {
    const key = placeKey(candidate.resolved.operation.at);
    byPlace.set(key, [...(byPlace.get(key) ?? []), candidate]);
  }
  return [...byPlace.values()].flatMap(it => findingAt(it, model));
}

function findingAt(candidates: readonly Candidate[], model: Model): readonly DraftFinding[] {
  const [first] = [...candidates].sort((a, b) => rankOf(a.verdict) - rankOf(b.verdict));
  if (!first) return [];
  const { resolved, verdict, confidence, consequence } = first;
  const { operation, entryPoint } = resolved;
  const places = namesOf(
    [...new Set(candidates.map(it => it.resolved.entryPoint))],
    operation.at.path,
  );
  const severity: Severity = severityOf(verdict, entryPoint.reach);
  return [
    {
      severity,
      verdict,
      message: `\`${operation.tool}\` in ${places} acts as whoever is signed in to the Azure CLI; ${consequence}`,
      at: operation.at,
      because: [...becauseOf(first), ...unreachingOf(entryPoint, model)],
      confidence,
      fixes: [
        remedy(
          'Give the provider a workload identity: `ARM_USE_OIDC`, `ARM_CLIENT_ID` and `ARM_TENANT_ID`',
        ),
        remedy('Set `use_cli = false`, so that a run without credentials stops'),
      ],
    },
  ];
}

function becauseOf({ resolved, provider }: Candidate): readonly Link[] {
  if (!provider) return resolved.chain;
  const message =
    'the provider has no credentials of its own and takes the session of the Azure CLI';
  return [...resolved.chain, { at: provider.at, message }];
}

/** Sign-ins of other jobs of the same workflow, each of which runs on a machine of its own. */
function unreachingOf(entryPoint: EntryPoint, model: Model): readonly Link[] {
  if (entryPoint.reach !== 'pipeline') return [];
  return model.signIns.flatMap(({ title, signIn, entryPoints }) => {
    const others = entryPoints.filter(it => it.at.path === entryPoint.at.path);
    const [other] = others;
    if (!signIn.opens.includes('azure-cli') || !other) return [];
    if (others.some(it => it.id === entryPoint.id)) return [];
    const message = `${title} in ${other.title} does not reach ${entryPoint.title}`;
    return [{ at: signIn.at, message }];
  });
}
