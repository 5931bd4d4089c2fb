//! The model of one entry point as a story: its sign-ins and operations in order, each with the way there and the reason.

import type {
  ExplainedActor,
  ExplainedEvent,
  ExplainedOperation,
  ExplainedSignIn,
  Explanation,
} from '../domain/explanation.ts';
import type {
  Actor,
  EntryPoint,
  Model,
  ResolvedOperation,
  ResolvedSignIn,
} from '../domain/model.ts';
import type { ReportedLink } from '../domain/report.ts';
import { isWorkload } from '../domain/sign-in.ts';
import type { Link } from '../domain/span.ts';
import { identityName } from '../enforcement/names.ts';
import { deedIn, whyVerdict } from '../enforcement/reasons.ts';
import { strandsOf, verdictOn } from '../enforcement/strands.ts';
import type { PlaceFinder } from './report-of.ts';
import { detailsOf } from './sign-in-details.ts';

interface Story {
  readonly model: Model;
  readonly places: PlaceFinder;
  /** In order. */
  readonly events: readonly (ResolvedSignIn | ResolvedOperation)[];
}

/** `model` is that of a run which started at the entry point alone; `id` is of what runs on its own there, or its own. */
export function explanationOf(
  entryPoint: EntryPoint,
  model: Model,
  places: PlaceFinder,
): Omit<Explanation, 'unseen' | 'findings'> {
  const { id, title, reach, runner } = entryPoint;
  const events = [...model.signIns, ...model.operations].sort((a, b) => a.order - b.order);
  const story: Story = { model, places, events };
  return {
    id,
    title,
    reach,
    ...(runner === undefined ? {} : { runner }),
    events: events.map(it => eventOf(it, story)),
  };
}

const eventOf = (event: ResolvedSignIn | ResolvedOperation, story: Story): ExplainedEvent =>
  'operation' in event ? operationOf(event, story) : signInOf(event, story);

function signInOf(resolved: ResolvedSignIn, story: Story): ExplainedSignIn {
  const { title, signIn, confidence, chain } = resolved;
  const { model, places } = story;
  const [strand] = strandsOf(model)(resolved);
  const isExempt = isWorkload(signIn.identity) || signIn.identity === 'none';
  const verdict = isExempt || signIn.takes.length > 0 ? undefined : strand?.verdict;
  return {
    kind: 'sign-in',
    at: places(signIn.at),
    way: wayOf(chain, places),
    title,
    identity: signIn.identity,
    who: identityName(signIn.identity),
    confidence,
    details: detailsOf(resolved, places),
    ...(verdict ? { verdict } : {}),
    isUsed: model.operations.some(it =>
      it.actors.some(actor => actor.signIn === resolved || actor.through === resolved),
    ),
  };
}

const operationOf = (resolved: ResolvedOperation, story: Story): ExplainedOperation => ({
  kind: 'operation',
  at: story.places(resolved.operation.at),
  way: wayOf(resolved.chain, story.places),
  what: deedIn(resolved.operation),
  actors: resolved.actors.map(it => actorOf(it, resolved, story)),
});

function actorOf(actor: Actor, resolved: ResolvedOperation, { events }: Story): ExplainedActor {
  const { identity, confidence, signIn, through } = actor;
  const cloud = (signIn ?? through)?.signIn.cloud ?? 'public';
  const verdict = verdictOn(resolved, actor, { cloud });
  return {
    identity,
    who: identityName(identity),
    confidence,
    ...(signIn ? { signIn: events.indexOf(signIn) } : {}),
    ...(through ? { through: events.indexOf(through) } : {}),
    verdict,
    because: whyVerdict(verdict, resolved, actor),
  };
}

const wayOf = (chain: readonly Link[], places: PlaceFinder): readonly ReportedLink[] =>
  chain.map(({ at, message }) => ({ ...places(at), message }));
