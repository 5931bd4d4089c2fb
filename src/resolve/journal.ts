//! What the runs came upon: sign-ins and operations, each once a place, with all that reaches it.

import type {
  Actor,
  Confidence,
  EntryPoint,
  ResolvedChange,
  ResolvedOperation,
  ResolvedSignIn,
} from '../domain/model.ts';
import type { Operation } from '../domain/operation.ts';
import type { IdentityKind, SignIn } from '../domain/sign-in.ts';
import type { Link, Span } from '../domain/span.ts';
import type { Unknown } from '../domain/value.ts';

export interface SignInEvent {
  readonly signIn: SignIn;
  readonly entryPoint: EntryPoint;
  /** The id of the entry point that was started. */
  readonly origin: string;
  readonly confidence: Confidence;
  readonly chain: readonly Link[];
  readonly settings: Settings;
  readonly order: number;
}

/** Environment variables that a reader asked for and that are set: where each gets its value. */
export type Settings = ReadonlyMap<string, Span>;

export interface OperationEvent {
  readonly operation: Operation;
  readonly entryPoint: EntryPoint;
  readonly origin: string;
  readonly actors: readonly ActorEvent[];
  readonly chain: readonly Link[];
  readonly isOpen: boolean;
  readonly order: number;
}

/** An actor before the sign-ins are merged: it names them by what they say, not by the merged object. */
export interface ActorEvent {
  readonly identity: IdentityKind;
  readonly signIn?: SignIn;
  readonly through?: SignIn;
  readonly unknown?: Unknown;
  readonly confidence: Confidence;
}

export interface Journal {
  signIns: SignInEvent[];
  operations: OperationEvent[];
  directory: ResolvedChange[];
}

export const newJournal = (): Journal => ({ signIns: [], operations: [], directory: [] });

/** For the next sign-in or operation. */
export const orderIn = ({ signIns, operations }: Journal): number =>
  signIns.length + operations.length;

/** What is reached in several ways is one change when it says the same. */
export function mergedChanges(events: readonly ResolvedChange[]): readonly ResolvedChange[] {
  const merged = new Map<string, ResolvedChange>();
  for (const event of events) {
    const key = JSON.stringify(event.change);
    if (!merged.has(key)) merged.set(key, event);
  }
  return [...merged.values()];
}

/** One place, one form, one identity: the same sign-in, whoever reaches it. */
export const signInKey = ({ at, form, identity, audience, cloud, remarks }: SignIn): string =>
  JSON.stringify([at.path, at.start, at.end, form, identity, audience, cloud, remarks]);

/** One place, one tool that does one thing, one entry point: the same operation, whoever acts. */
export const operationKey = ({
  operation: { at, tool, audience, effect },
  entryPoint: { id },
}: Pick<OperationEvent, 'operation' | 'entryPoint'>): string =>
  [at.path, at.start, tool, audience, effect, id].join(':');

/** `titles`: what people call a form, by its id. */
export function mergedSignIns(
  events: readonly SignInEvent[],
  titles: ReadonlyMap<string, string>,
): Map<string, ResolvedSignIn> {
  const merged = new Map<string, ResolvedSignIn>();
  for (const event of events) {
    const key = signInKey(event.signIn);
    const before = merged.get(key);
    merged.set(key, before ? withEvent(before, event) : firstOf(event, titles));
  }
  return merged;
}

export function mergedOperations(
  events: readonly OperationEvent[],
  signIns: ReadonlyMap<string, ResolvedSignIn>,
): ResolvedOperation[] {
  const merged = new Map<string, ResolvedOperation>();
  for (const event of events) {
    const { operation, entryPoint, actors, chain, isOpen, order } = event;
    const key = operationKey(event);
    const before = merged.get(key);
    const all = [...(before?.actors ?? []), ...actors.map(actor => resolvedActor(actor, signIns))];
    merged.set(key, {
      operation,
      entryPoint,
      actors: distinctActors(all),
      chain: before?.chain ?? chain,
      isOpen: isOpen || before?.isOpen === true,
      order: before?.order ?? order,
    });
  }
  return [...merged.values()];
}

const firstOf = (event: SignInEvent, titles: ReadonlyMap<string, string>): ResolvedSignIn => ({
  title: titles.get(event.signIn.form) ?? event.signIn.form,
  signIn: event.signIn,
  reach: event.entryPoint.reach,
  entryPoints: [event.entryPoint],
  confidence: event.confidence,
  chain: event.chain,
  settings: event.settings,
  order: event.order,
});

function withEvent(before: ResolvedSignIn, event: SignInEvent): ResolvedSignIn {
  const { entryPoint, chain } = event;
  const isStronger = REACHES.indexOf(entryPoint.reach) < REACHES.indexOf(before.reach);
  const isNew = !before.entryPoints.some(it => it.id === entryPoint.id);
  return {
    ...before,
    reach: isStronger ? entryPoint.reach : before.reach,
    entryPoints: isNew ? [...before.entryPoints, entryPoint] : before.entryPoints,
    confidence: surer(before.confidence, event.confidence),
    chain: isStronger ? chain : before.chain,
  };
}

function resolvedActor(
  { signIn, through, ...rest }: ActorEvent,
  signIns: ReadonlyMap<string, ResolvedSignIn>,
): Actor {
  const resolved = signIn && signIns.get(signInKey(signIn));
  const provider = through && signIns.get(signInKey(through));
  return {
    ...rest,
    ...(resolved ? { signIn: resolved } : {}),
    ...(provider ? { through: provider } : {}),
  };
}

function distinctActors(actors: readonly Actor[]): readonly Actor[] {
  const byKey = new Map<string, Actor>();
  for (const actor of actors) {
    const places = [actor.signIn, actor.through].map(it => (it ? signInKey(it.signIn) : ''));
    const key = [actor.identity, ...places].join(' ');
    const before = byKey.get(key);
    const isSurer = before && surer(before.confidence, actor.confidence) !== before.confidence;
    if (!before || isSurer) byKey.set(key, actor);
  }
  return [...byKey.values()];
}

const REACHES = ['pipeline', 'automation', 'manual'] as const;

const CONFIDENCES = ['certain', 'likely', 'possible'] as const;

const surer = (a: Confidence, b: Confidence): Confidence =>
  CONFIDENCES.indexOf(a) <= CONFIDENCES.indexOf(b) ? a : b;
